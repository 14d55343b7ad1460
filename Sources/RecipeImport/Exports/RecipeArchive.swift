/// The files of recipes that an archive holds: what recipe programs export, or a folder zipped.
package enum RecipeArchive {
  /// The most bytes that all of an archive's files are unpacked to.
  private static let largestWhole = 256 << 20
  /// How deep archives are taken that lie in archives: one for all, one a recipe.
  private static let deepest = 2

  /// A file in an archive.
  package struct File: Sendable, Hashable {
    /// The archive's name and the file's in it, to be shown to the cook; never a path to open.
    package var name: String
    /// Its content.
    package var bytes: [UInt8]
  }

  /// What is in an archive.
  package struct Content: Sendable, Hashable {
    /// The files that may be recipes, in order.
    package var files: [File] = []
    /// The names of those that are damaged, encrypted or too large.
    package var unreadable: [String] = []
  }

  /// The content of an archive; nil where bytes are none.
  ///
  /// O(n) in what it is unpacked to, which has bounds.
  package static func content(of bytes: [UInt8], named name: String) -> Content? {
    var reader = Reader()
    return reader.read(bytes, name, depth: 0) ? reader.content : nil
  }

  private struct Reader {
    var content = Content()
    var left = RecipeArchive.largestWhole

    /// Whether it is an archive.
    mutating func read(_ bytes: [UInt8], _ name: String, depth: Int) -> Bool {
      if Gzip.isGzip(bytes) {
        let limit = min(left, RecipeReader.largest)
        add(Gzip.content(of: bytes, limit: limit), name)
        return true
      }
      guard ZipArchive.isZip(bytes) else { return false }
      guard let archive = ZipArchive(bytes) else {
        content.unreadable.append(name)
        return true
      }
      for entry in archive.entries where RecipeArchive.mayBeRecipe(entry.name) {
        let file = "\(name)/\(entry.name)"
        let limit = min(left, RecipeReader.largest)
        guard let unpacked = archive.content(of: entry, limit: limit) else {
          content.unreadable.append(file)
          continue
        }
        let isArchive = ZipArchive.isZip(unpacked) || Gzip.isGzip(unpacked)
        if isArchive {
          left -= unpacked.count
          if depth < RecipeArchive.deepest { _ = read(unpacked, file, depth: depth + 1) }
        } else {
          add(unpacked, file)
        }
      }
      return true
    }

    private mutating func add(_ bytes: [UInt8]?, _ name: String) {
      guard let bytes else { return content.unreadable.append(name) }
      left -= bytes.count
      content.files.append(File(name: name, bytes: bytes))
    }
  }

  /// The endings of files in archives that may hold recipes; pictures and the like are left.
  private static func mayBeRecipe(_ name: String) -> Bool {
    guard let last = name.split(separator: "/").last, !last.hasPrefix("."),
      !name.hasPrefix("__MACOSX")
    else { return false }
    let lower = last.lowercased()
    return [
      ".json", ".jsonld", ".html", ".htm", ".paprikarecipe", ".paprikarecipes", ".zip", ".txt",
      ".md",
      ".cook", ".mmf", ".yaml", ".yml",
    ].contains { lower.hasSuffix($0) }
  }
}
