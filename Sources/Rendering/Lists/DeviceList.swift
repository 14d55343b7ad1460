package import JSON
package import KitchenModel

/// The screens that the board lets in.
package enum DeviceList {
  /// A row a screen, in at most `width` columns.
  package static func text(
    of devices: [Device], clock: LocalClock, width: Int = 80
  ) -> StyledText {
    guard !devices.isEmpty else {
      return StyledText(lines: [StyledLine("No screens are paired.")])
    }
    var table = TextTable([
      .init("id", alignment: .trailing), .init("name", shrinks: true), .init("may"),
      .init("paired"), .init("seen"),
    ])
    for device in devices {
      table.append([
        .init(String(device.id)), .init(TerminalText.sanitized(device.name)),
        .init(device.role == .cook ? "do everything" : "look"),
        .init(clock.shortDayText(device.pairedAt)),
        .init(clock.shortDayText(device.seenAt ?? device.pairedAt)),
      ])
    }
    return StyledText(lines: table.lines(width: width))
  }
}

extension JSONValue {
  /// A screen.
  package init(_ device: Device) {
    self = [
      "id": .int(device.id), "name": .string(device.name), "role": .string(device.role.rawValue),
      "pairedAt": .instant(device.pairedAt), "seenAt": .instant(device.seenAt),
    ]
  }
}
