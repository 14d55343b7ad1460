package import KitchenModel

/// Which steps of a dish follow which, as a small picture: from top to bottom, steps that do not wait
/// for each other side by side.
package enum DishSVG {
  /// The document: a stand-alone SVG file.
  ///
  /// - Parameter width: The width in pixels at which it is laid out, at least 400.
  package static func text(of dish: Dish, width: Int = 400) -> String {
    let picture = Layout(dish, width: Double(max(400, width)))
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + picture.root.markup()
  }

  private struct Layout {
    let dish: Dish
    let width: Double
    /// How deep below the top each step stands.
    let depths: [Int]
    /// Which place in its row each step has.
    let places: [Int]
    let rows: Int

    static let (rowHeight, boxHeight, gap) = (84.0, 52.0, 16.0)

    init(_ dish: Dish, width: Double) {
      self.dish = dish
      let before = dish.steps.map { step in
        step.after.filter { $0.dish == nil }.compactMap { link in
          dish.steps.firstIndex { Name.key(of: $0.id) == Name.key(of: link.step) }
        }
      }
      var depths = Array(repeating: 0, count: dish.steps.count)
      // A sound dish has no circle; as many rounds as steps end for any other too.
      for _ in dish.steps {
        for (step, earlier) in before.enumerated() {
          depths[step] = min(
            dish.steps.count, earlier.map { depths[$0] + 1 }.max() ?? 0)
        }
      }
      var counts: [Int: Int] = [:]
      places = depths.map { depth in
        counts[depth, default: 0] += 1
        return (counts[depth] ?? 1) - 1
      }
      self.depths = depths
      // A wide row makes the picture wider than was asked for.
      let widest = Double(counts.values.max() ?? 0)
      self.width = max(width, Layout.gap + widest * (60 + Layout.gap))
      rows = (depths.max() ?? 0) + 1
    }

    private func box(_ step: Int) -> (x: Double, y: Double, width: Double) {
      let inRow = Double(depths.count { $0 == depths[step] })
      let room = (width - Layout.gap * (inRow + 1)) / inRow
      let size = min(room, 320)
      let centre = Layout.gap + (room + Layout.gap) * Double(places[step]) + room / 2
      return (centre - size / 2, 12 + Double(depths[step]) * Layout.rowHeight, size)
    }

    var root: XMLElement {
      PlotParts.root(
        title: "The steps of \(dish.name.text)",
        description: dish.steps.map { step in
          let earlier = step.after.filter { $0.dish == nil }.map(\.step)
          return earlier.isEmpty
            ? "\(step.title) can begin at once."
            : "\(step.title) follows \(earlier.joined(separator: ", "))."
        }.joined(separator: " "), width: width,
        height: 24 + Double(rows) * Layout.rowHeight - (Layout.rowHeight - Layout.boxHeight),
        links + dish.steps.indices.flatMap(node))
    }

    private var links: [XMLElement] {
      dish.steps.indices.flatMap { step in
        dish.steps[step].after.filter { $0.dish == nil }.compactMap { link -> XMLElement? in
          let key = Name.key(of: link.step)
          guard let from = dish.steps.firstIndex(where: { Name.key(of: $0.id) == key }) else {
            return nil
          }
          let (a, b) = (box(from), box(step))
          return PlotParts.line(
            (a.x + a.width / 2, a.y + Layout.boxHeight), (b.x + b.width / 2, b.y), "#555",
            width: "2")
        }
      }
    }

    private func node(_ index: Int) -> [XMLElement] {
      let (x, y, size) = box(index)
      let step = dish.steps[index]
      let isHandsOn = step.ways[0].kind == .blocking
      return [
        XMLElement(
          "rect",
          [
            "x": SVGNumber.text(x), "y": SVGNumber.text(y), "width": SVGNumber.text(size),
            "height": SVGNumber.text(Layout.boxHeight), "rx": "6", "fill": "#fff",
            "stroke": "#222", "stroke-width": isHandsOn ? "3" : "1",
            "stroke-dasharray": isHandsOn ? "none" : "6 4",
          ]),
        PlotParts.text(
          TextMetrics.truncated(step.title, to: size - 16, fontSize: 14), x + size / 2, y + 22,
          size: 14, anchor: "middle", weight: isHandsOn ? "bold" : "normal"),
        PlotParts.text(
          TextMetrics.truncated(
            ([DishWords.duration(step.ways[0].duration)] + [DishWords.needs(step.ways[0])])
              .filter { !$0.isEmpty }.joined(separator: ", "), to: size - 16, fontSize: 12),
          x + size / 2, y + 40, size: 12, anchor: "middle"),
      ]
    }
  }
}
