internal import DurableFiles
internal import Glibc
package import KitchenModel

/// What lies about a database that may harm it.
package enum Surroundings {
  /// What should be known of the place of the database at `path`.
  package static func warnings(about path: String) -> [Diagnostic] {
    let (folder, name) = FileName.parts(of: path)
    return conflictCopies(of: name, in: folder).map(warning(ofCopy:))
      + [synchroniser(of: folder).map(warning(ofSynchroniser:))].compactMap(\.self)
      + [networkFileSystem(of: folder).map(warning(ofNetwork:))].compactMap(\.self)
  }

  /// Copies that programs make which synchronise folders, where two machines have changed a file.
  static func conflictCopies(of name: String, in folder: String) -> [String] {
    let (stem, ending) = parts(of: name)
    return FileName.entries(of: folder).filter { entry in
      guard entry != name, entry.hasPrefix(stem), entry.hasSuffix(ending),
        entry.count > stem.count + ending.count
      else { return false }
      let middle = entry.dropFirst(stem.count).dropLast(ending.count)
      return middle.lowercased().contains("conflict") || isNumbered(middle)
    }.sorted()
  }

  /// ` (1)` and ` 2`, as programs number what would have the same name.
  private static func isNumbered(_ text: Substring) -> Bool {
    guard text.first == " " else { return false }
    var number = text.dropFirst()
    if number.first == "(", number.last == ")" { number = number.dropFirst().dropLast() }
    return !number.isEmpty && number.allSatisfy(\.isWholeNumber)
  }

  private static func parts(of name: String) -> (stem: String, ending: String) {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
    return (String(name[..<dot]), String(name[dot...]))
  }

  /// The program that synchronises a folder, as far as names tell; nil for none that is known.
  static func synchroniser(of folder: String) -> String? {
    var folder = folder
    while folder != "/", !folder.isEmpty {
      let (above, name) = FileName.split(folder)
      if let program = byName.first(where: { name.lowercased().hasPrefix($0.prefix) }) {
        return program.name
      }
      let entries = Set(FileName.entries(of: folder))
      if let program = byMark.first(where: { entries.contains($0.mark) }) { return program.name }
      folder = above
    }
    return nil
  }

  private static let byName: [(prefix: String, name: String)] = [
    ("dropbox", "Dropbox"), ("onedrive", "OneDrive"), ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"), ("icloud drive", "iCloud Drive"),
    ("com~apple~clouddocs", "iCloud Drive"), ("nextcloud", "Nextcloud"), ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"), ("seafile", "Seafile"), ("pcloud", "pCloud"),
    ("megasync", "MEGA"), ("box sync", "Box"), ("proton drive", "Proton Drive"),
    ("resilio sync", "Resilio Sync"),
  ]

  private static let byMark: [(mark: String, name: String)] = [
    (".stfolder", "Syncthing"), (".dropbox", "Dropbox"), (".dropbox.cache", "Dropbox"),
    (".owncloudsync.log", "ownCloud"), (".nextcloudsync.log", "Nextcloud"),
    (".seafile-data", "Seafile"),
  ]

  /// The sort of network file system that a folder is on; nil for none.
  private static func networkFileSystem(of folder: String) -> String? {
    guard let text = FileName.text(of: "/proc/self/mountinfo") else { return nil }
    let mounts = text.split(separator: "\n").compactMap { line -> (place: String, type: String)? in
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else {
        return nil
      }
      return (String(fields[4]), String(fields[dash + 1]))
    }
    let inside = mounts.filter { mount in
      mount.place == "/" || folder == mount.place || folder.hasPrefix(mount.place + "/")
    }
    // Of two file systems at one place the later one is on top.
    let mount = inside.enumerated().max {
      ($0.element.place.count, $0.offset) < ($1.element.place.count, $1.offset)
    }
    return mount.map(\.element.type).flatMap { type in network.contains(type) ? type : nil }
  }

  private static let network: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "davfs", "fuse.sshfs", "fuse.rclone",
    "fuse.davfs2", "fuse.glusterfs",
  ]

  private static func warning(ofCopy name: String) -> Diagnostic {
    Diagnostic(
      .couldNotBeDone,
      "Beside the database is a conflict copy, \"\(name)\": changes from another machine may "
        + "be only in there.",
      hints: [.advice(.mergeConflictCopy)], severity: .warning)
  }

  private static func warning(ofSynchroniser name: String) -> Diagnostic {
    Diagnostic(
      .couldNotBeDone,
      "The database is in a folder that \(name) synchronises: it may be replaced while in use.",
      hints: [.advice(.keepDatabaseElsewhere)], severity: .warning)
  }

  private static func warning(ofNetwork type: String) -> Diagnostic {
    Diagnostic(
      .couldNotBeDone,
      "The database is on a network file system (\(type)), where SQLite's locks do not hold between "
        + "machines.",
      hints: [.advice(.keepDatabaseHere)], severity: .warning)
  }
}
