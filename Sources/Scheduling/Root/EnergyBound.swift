/// What the work on a resource says about the least completion.
///
/// What starts no sooner than a head and is followed by no less than a tail has, in between, to fit
/// into the resource: the loads' work, divided by the capacity. Every pair of a head and a tail is
/// tried; Carlier & Pinson 1989 for one machine. O(n²).
enum EnergyBound {
  /// What one activity asks of a resource, and between which times.
  struct Load {
    /// It starts no sooner.
    var head: Int
    /// The units held, times the duration.
    var work: Int
    /// The completion is at least so much later than its end.
    var tail: Int
  }

  /// The least completion; nil without loads.
  static func completion(of loads: [Load], capacity: Int) -> Int? {
    guard capacity > 0 else { return nil }
    let loads = loads.sorted { $0.tail > $1.tail }
    var bound: Int?
    for head in Set(loads.map(\.head)) {
      var work = 0
      for load in loads where load.head >= head {
        work += load.work
        let completion = head + (work + capacity - 1) / capacity + load.tail
        bound = max(bound ?? completion, completion)
      }
    }
    return bound
  }
}
