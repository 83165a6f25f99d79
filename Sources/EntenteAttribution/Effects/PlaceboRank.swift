/// Ranks of an effect among placebo dates whose windows overlap.
enum PlaceboRank {
  /// How many dates are independent where neighbours share most of their windows.
  static func independent(weeks: Int) -> Double {
    Double(weeks) / Double(EffectWindow.weeks)
  }

  /// `(1 + m s) / (1 + m)`: the permutation p-value with m the independent dates and s the share that
  /// do as well.
  ///
  /// Counting each overlapping date for itself finds a rank of .10 or less in 14% of series without
  /// effect: neighbours of the date, which share its luck, are left out of the comparison.
  static func among(_ dates: Int, reached: Int, independent: Double) -> Double {
    guard dates > 0 else { return 1 }
    return (1 + independent * Double(reached) / Double(dates)) / (1 + independent)
  }
}
