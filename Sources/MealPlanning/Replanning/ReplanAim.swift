package import KitchenModel

/// What a plan made in the middle of a meal is to be good at, once it serves as soon as it can.
package enum ReplanAim: Sendable, Hashable {
  /// Food stands as little as can be: steps are taken to last as long as estimated.
  case freshness
  /// Further surprises put dinner off little, and food stands no more for it on average: steps are taken
  /// to last longer or shorter, each as it comes. If all goes as estimated, food is no staler than in the
  /// current plan, pushed later, unless dinner is sooner than there.
  case foresight(beside: PushedServing)
}
