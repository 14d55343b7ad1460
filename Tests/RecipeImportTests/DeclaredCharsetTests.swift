import Foundation
import KitchenModel
import RecipeImport
import Testing

@Suite struct DeclaredCharsetTests {
  /// A page with a recipe of that title, its bytes those of the encoding, its declaration as given.
  private func page(_ head: String, _ title: String, _ encoding: UInt) -> [UInt8] {
    let text = """
      \(head)<title>x</title><script type="application/ld+json">
      {"@type":"Recipe","name":"\(title)","recipeInstructions":"Boil."}</script>
      """
    let data = text.data(using: String.Encoding(rawValue: encoding))
    return Array(data ?? Data())
  }

  @Test(
    arguments: [
      ("<meta charset=\"iso-8859-2\">", "Żurek", 0x8000_0202),
      ("<meta charset='ISO-8859-15'>", "Bœuf à 5 €", 0x8000_020F),
      (
        "<meta http-equiv=Content-Type content=\"text/html; charset=windows-1250\">", "Knedlíčky",
        15
      ),
      ("<META HTTP-EQUIV=\"Content-Type\" CONTENT='text/html;charset=Windows-1251'>", "Борщ", 11),
      ("<?xml version=\"1.0\" encoding=\"koi8-r\"?><html>", "Щи", 0x8000_0A02),
      ("<meta charset=shift_jis>", "カレー", 8), ("<meta charset=iso-2022-jp>", "カレー", 21),
      ("<meta charset=euc-kr>", "김치", 0x8000_0422), ("<meta charset=gb2312>", "炒饭", 0x8000_0632),
      ("<meta charset=big5>", "麻婆豆腐", 0x8000_0A03),
      ("<meta charset=iso-8859-9>", "Şiş", 0x8000_0504),
      ("<meta charset=windows-1253>", "Μουσακάς", 0x8000_0503),
      ("<meta charset=iso-8859-1>", "Crème", 5),
    ] as [(String, String, UInt)])
  func `a page is read in the character set that it declares`(
    head: String, title: String, encoding: UInt
  ) {
    let result = RecipeReader.read(page(head, title, encoding), named: "a.html")
    #expect(result.drafts.map(\.title) == [title])
    #expect(result.diagnostics.map(\.severity) == [.remark])
  }

  @Test(arguments: ["<meta charset=iso-8859-1>", "<meta charset=x-odd>", ""])
  func `bytes that are UTF-8 are read so, whatever the page declares`(head: String) {
    let result = RecipeReader.read(page(head, "Żurek", 4), named: "a.html")
    #expect(result.drafts.map(\.title) == ["Żurek"])
    #expect(result.diagnostics == [])
  }

  @Test func `a set that cannot be read is named in a warning`() {
    let result = RecipeReader.read(page("<meta charset=x-klingon>", "Crème", 5), named: "a.html")
    #expect(result.drafts.map(\.title) == ["Crème"])
    #expect(
      result.diagnostics.map(\.message) == [
        "\"a.html\" declares the character set \"x-klingon\", and cannot be read in it; it was read "
          + "as Windows-1252."
      ])
    #expect(result.diagnostics.map(\.severity) == [.warning])
  }

  @Test func `a script's character set is not the page's`() {
    let head = "<script charset=windows-1251></script>"
    #expect(
      RecipeReader.read(page(head, "Crème", 5), named: "a.html").drafts.first?.title == "Crème")
  }
}
