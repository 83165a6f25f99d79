import EntenteNumerics

/// Squared deviations from the mean: changes of level in noise of one spread.
public struct MeanCost: Cost {
  public static let descriptor = CostDescriptor(
    name: "mean", formula: "Σ (y − ȳ)²", level: "mean",
    reference: "Auger & Lawrence (1989), Bulletin of Mathematical Biology 51, 39-54")

  /// Values less the mean of all, because sums of squares of far-off levels cancel badly.
  let values: [Double]
  let origin: Double
  /// Running sums of the centred values and of their squares, from 0.
  private let sums: [Double]
  private let squares: [Double]

  public init(_ values: [Double]) {
    let origin = values.isEmpty ? 0 : Moments.mean(values)
    var sums = [0.0]
    var squares = [0.0]
    sums.reserveCapacity(values.count + 1)
    squares.reserveCapacity(values.count + 1)
    var (sum, square) = (0.0, 0.0)
    for value in values {
      sum += value - origin
      square += (value - origin) * (value - origin)
      sums.append(sum)
      squares.append(square)
    }
    self.values = values.map { $0 - origin }
    self.origin = origin
    self.sums = sums
    self.squares = squares
  }

  public var count: Int { values.count }

  @inline(__always)
  public func cost(of segment: Range<Int>) -> Double {
    let sum = sums[segment.upperBound] - sums[segment.lowerBound]
    let square = squares[segment.upperBound] - squares[segment.lowerBound]
    return max(0, square - sum * sum / Double(segment.count))
  }

  public func level(of segment: Range<Int>) -> Double {
    origin + (sums[segment.upperBound] - sums[segment.lowerBound]) / Double(segment.count)
  }

  public func levelled(_ breaks: [Int]) -> [Double]? {
    NoiseModel.residuals(of: values, breaks: breaks)
  }
}
