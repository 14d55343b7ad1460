import KitchenModel

/// Lays a plan out: texts stand in columns and lines of their own, so that none meets another.
struct PlanPicture {
  private let plan: Plan
  private let clock: PlanClock
  private let sentences: PlanSentences
  private let rows: [GanttRow]
  private let axis: TimeAxis
  private let layout: Layout
  private let headingLines: [(text: String, y: Double, size: Double)]

  /// Whether the plan's name and times stand above the chart.
  enum Heading {
    case shown, omitted
  }

  /// Lays out a plan, for everybody or for one cook by index.
  init(
    _ whole: Plan, _ localClock: LocalClock, width: Double, for cook: Int? = nil,
    heading: Heading = .shown
  ) {
    plan = cook.map(whole.shown(to:)) ?? whole
    clock = PlanClock(plan, localClock)
    sentences = PlanSentences(whole, clock)
    // One cook's lane says nothing that the steps do not.
    let cooks = plan.menu.kitchen.cooks.count > 1 ? GanttRows.cooks(of: plan) : []
    rows = GanttRows.steps(of: plan) + cooks
    headingLines = heading == .shown ? Self.heading(sentences, width: width) : []
    layout = Layout(
      width: width, rows: rows, end: plan.horizon, hasDays: clock.spansDays,
      headingBottom: headingLines.last?.y ?? 0)
    axis = TimeAxis(to: plan.horizon, atMost: Int(layout.chartWidth / 64), clock: clock)
  }

  /// The picture's outermost element.
  var root: XMLElement {
    let size = ("\(SVGNumber.text(layout.width))", "\(SVGNumber.text(layout.height))")
    return XMLElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "0 0 \(size.0) \(size.1)",
        "width": size.0, "height": size.1, "role": "img",
        "font-family": "Helvetica, Arial, 'DejaVu Sans', sans-serif", "fill": "#000",
      ],
      [XMLElement("title", text: sentences.headline)] + description + [
        PictureFill.patterns, background,
      ]
        + heading + grid + rows.indices.flatMap(row) + servingLines + legend)
  }

  /// What is waited for, for whoever does not see the picture.
  private var description: [XMLElement] {
    let waits = sentences.waits
    return waits.isEmpty ? [] : [XMLElement("desc", text: waits.joined(separator: " "))]
  }

  private var background: XMLElement {
    XMLElement("rect", ["width": "100%", "height": "100%", "fill": "#fff"])
  }

  private var heading: [XMLElement] {
    headingLines.map {
      label($0.text, x: layout.margin, y: $0.y, size: $0.size, room: layout.innerWidth)
    }
  }

  /// The lines above the chart, each text in as many as it needs.
  private static func heading(
    _ sentences: PlanSentences, width: Double
  ) -> [(text: String, y: Double, size: Double)] {
    let proof = [sentences.times, sentences.proof].compactMap { $0 }.joined(separator: " ")
    var lines: [(text: String, y: Double, size: Double)] = []
    for (text, size, above) in [(sentences.headline, 20.0, 40.0), (proof, 13.0, 24.0)] {
      for (place, line) in TextMetrics.lines(of: text, in: width - 48, fontSize: size).enumerated()
      {
        lines.append((line, (lines.last?.y ?? 0) + (place == 0 ? above : size * 1.3), size))
      }
    }
    return lines
  }

  private var grid: [XMLElement] {
    var elements: [XMLElement] = []
    let days = axis.dayMarks(on: clock) { layout.x($0) + 72 <= layout.x($1) }
    for mark in days where clock.spansDays {
      let x = layout.x(mark)
      let room = max(0, layout.width - layout.margin - x)
      elements.append(
        label(clock.shortDayText(mark) ?? "", x: x, y: layout.axisY - 16, size: 11, room: room))
    }
    for mark in axis.marks {
      let x = SVGNumber.text(layout.x(mark))
      elements.append(
        XMLElement(
          "line",
          [
            "x1": x, "x2": x, "y1": SVGNumber.text(layout.axisY + 5),
            "y2": SVGNumber.text(layout.chartBottom), "stroke": "#ccc",
          ]))
      elements.append(
        XMLElement(
          "text",
          [
            "x": x, "y": SVGNumber.text(layout.axisY), "font-size": "11",
            "text-anchor": "middle",
          ], text: clock.text(mark)))
    }
    return elements
  }

  private func row(_ index: Int) -> [XMLElement] {
    let row = rows[index]
    let y = layout.y(row: index)
    let startsGroup = index == 0 || row.label.isEmpty || rows[index - 1].group != row.group
    var elements: [XMLElement] = []
    if startsGroup {
      elements.append(
        XMLElement(
          "line",
          [
            "x1": SVGNumber.text(layout.margin), "y1": SVGNumber.text(y),
            "x2": SVGNumber.text(layout.width - layout.margin), "y2": SVGNumber.text(y),
            "stroke": "#999", "stroke-width": "0.5",
          ]))
      let room = row.label.isEmpty ? layout.groupWidth + layout.labelWidth : layout.groupWidth
      elements.append(
        label(
          row.group, x: layout.margin, y: y + Layout.baseline, size: Layout.fontSize,
          room: room - Layout.gap, weight: "bold"))
    }
    elements.append(
      label(
        row.label, x: layout.margin + layout.groupWidth, y: y + Layout.baseline,
        size: Layout.fontSize, room: layout.labelWidth - Layout.gap))
    return elements + times(of: row, y: y) + row.bars.map { bar($0, in: row, y: y) }
  }

  /// When the row's only stretch begins and ends.
  private func times(of row: GanttRow, y: Double) -> [XMLElement] {
    guard layout.timeWidth > 0, let first = row.bars.first else { return [] }
    let text: String
    switch first.content {
    case .serving:
      text = Set(row.bars.map(\.start)).sorted().map(clock.text).joined(separator: ", ")
    case .work, .preheat:
      guard row.bars.count == 1, !row.label.isEmpty else { return [] }
      text = "\(clock.text(first.start))–\(clock.text(first.end))"
    case .units: return []
    }
    return [
      label(
        text, x: layout.margin + layout.groupWidth + layout.labelWidth, y: y + Layout.baseline,
        size: 11, room: layout.timeWidth - Layout.gap)
    ]
  }

  private func bar(_ bar: GanttRow.Bar, in row: GanttRow, y: Double) -> XMLElement {
    let x = layout.x(bar.start)
    if case .serving = bar.content {
      let top = y + Layout.barInset
      let points = [(x - 5, top), (x + 5, top), (x, top + 10)]
        .map { "\(SVGNumber.text($0.0)),\(SVGNumber.text($0.1))" }
      return XMLElement("polygon", ["points": points.joined(separator: " ")])
    }
    let fill =
      switch bar.content {
      case .work(let kind): PictureFill(kind)
      case .units: PictureFill.waiting
      case .preheat, .serving: PictureFill.heating
      }
    let span = "\(clock.fullText(bar.start))–\(clock.fullText(bar.end))"
    return XMLElement(
      "rect",
      [
        "x": SVGNumber.text(x), "y": SVGNumber.text(y + Layout.barInset),
        "width": SVGNumber.text(max(2, layout.x(bar.end) - x)),
        "height": SVGNumber.text(Layout.rowHeight - 2 * Layout.barInset), "fill": fill.rawValue,
        "stroke": "#222",
      ],
      [
        XMLElement(
          "title",
          text: [row.group, row.label, span].filter { !$0.isEmpty }.joined(separator: ", "))
      ])
  }

  /// A dashed line down the chart where dishes are served.
  private var servingLines: [XMLElement] {
    let moments = plan.menu.dishes.map { plan.makespan + $0.dish.serveOffset }
    return Set(moments).sorted().map { moment in
      let x = SVGNumber.text(layout.x(moment))
      return XMLElement(
        "line",
        [
          "x1": x, "x2": x, "y1": SVGNumber.text(layout.axisY + 5),
          "y2": SVGNumber.text(layout.chartBottom), "stroke": "#000", "stroke-dasharray": "4 3",
        ])
    }
  }

  private var legend: [XMLElement] {
    var items = [(PictureFill.handsOn, "hands-on"), (.waiting, "waiting")]
    if !plan.preheats.isEmpty { items.append((.heating, "heating up")) }
    let y = layout.chartBottom + 26
    return items.enumerated().flatMap { index, item in
      let x = layout.margin + Double(index) * 130
      return [
        XMLElement(
          "rect",
          [
            "x": SVGNumber.text(x), "y": SVGNumber.text(y - 11), "width": "28", "height": "13",
            "fill": item.0.rawValue, "stroke": "#222",
          ]),
        label(item.1, x: x + 36, y: y, size: Layout.fontSize, room: 90),
      ]
    }
  }

  private func label(
    _ text: String, x: Double, y: Double, size: Double, room: Double, weight: String = "normal"
  ) -> XMLElement {
    let room = weight == "bold" ? room / TextMetrics.boldness : room
    return XMLElement(
      "text",
      [
        "x": SVGNumber.text(x), "y": SVGNumber.text(y), "font-size": SVGNumber.text(size),
        "font-weight": weight,
      ], text: TextMetrics.truncated(text, to: room, fontSize: size))
  }
}
