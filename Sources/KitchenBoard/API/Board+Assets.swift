import HTTPTypes
import Hummingbird

extension Board {
  /// Styles, scripts and the icon, by their exact names; each build has addresses of its own.
  func addAssets(to router: Router<BoardContext>) {
    router.get("assets/:build/:name") { _, context in
      guard let asset = Self.assets[try context.part("name")], try context.part("build") == Build.id
      else { throw BoardFailure.notThere }
      return asset
    }
    router.get("favicon.ico") { _, _ in
      guard let icon = Self.assets["icon.svg"] else { throw BoardFailure.notThere }
      return icon
    }
  }

  private static let assets: [String: Answer] = {
    func table(_ files: [(name: String, text: String)], _ ending: String, _ type: String)
      -> [(String, Answer)]
    {
      files.map { file in
        (
          "\(file.name).\(ending)",
          Answer(
            type: type, text: file.text,
            fields: [.cacheControl: "private, max-age=31536000, immutable"])
        )
      }
    }
    let all =
      table(EmbeddedStyles.all, "css", "text/css; charset=utf-8")
      + table(EmbeddedScripts.all, "js", "text/javascript; charset=utf-8")
      + table(EmbeddedIcons.all, "svg", "image/svg+xml")
    return Dictionary(all, uniquingKeysWith: { first, _ in first })
  }()
}
