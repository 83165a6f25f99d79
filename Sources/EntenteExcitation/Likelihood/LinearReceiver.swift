import Foundation

/// A receiver whose intensity is a constant background plus what the past adds.
///
/// Formula: `λ(t) = μ + Σ_jb A_jb R_jb(t)`, all parameters at least 0;
/// `ℓ = Σ_k log λ(t_k) − μ T − Σ A_jb G_jb`: concave, so the maximum found is the maximum.
struct LinearReceiver: ReceiverLikelihood {
  let count: Int
  let duration: Double
  /// `count` rows of features.
  let rows: [Double]
  let totals: [Double]

  private var size: Int { totals.count + 1 }

  var lowerBounds: [Double] { [Double](repeating: 0, count: size) }

  /// A source without an event before the end of the window has nothing to excite.
  var unidentified: [Bool] { [false] + totals.map { $0 <= 0 } }

  /// Half of the events to the background, half to the sources in proportion to their events.
  var start: [Double] {
    let all = totals.reduce(0, +)
    let share = all > 0 ? 0.5 * Double(count) / all : 0
    return [Double(count) * (all > 0 ? 0.5 : 1) / duration] + totals.map { $0 > 0 ? share : 0 }
  }

  func value(at point: [Double]) -> Double {
    let width = totals.count
    var value = point[0] * duration
    for column in 0..<width { value += point[column + 1] * totals[column] }
    rows.withUnsafeBufferPointer { rows in
      point.withUnsafeBufferPointer { point in
        for k in 0..<count {
          var intensity = point[0]
          let from = k * width
          for column in 0..<width { intensity += point[column + 1] * rows[from + column] }
          value -= intensity > 0 ? log(intensity) : -.infinity
        }
      }
    }
    return value
  }

  func slopes(at point: [Double]) -> Slopes {
    let width = totals.count
    let size = size
    var slopes = Slopes(size: size)
    slopes.value = point[0] * duration
    slopes.gradient[0] = duration
    for column in 0..<width {
      slopes.value += point[column + 1] * totals[column]
      slopes.gradient[column + 1] = totals[column]
    }
    var value = slopes.value
    rows.withUnsafeBufferPointer { rows in
      slopes.hessian.withUnsafeMutableBufferPointer { hessian in
        slopes.gradient.withUnsafeMutableBufferPointer { gradient in
          withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { row in
            row[0] = 1
            for k in 0..<count {
              let from = k * width
              var intensity = point[0]
              for column in 0..<width {
                row[column + 1] = rows[from + column]
                intensity += point[column + 1] * rows[from + column]
              }
              guard intensity > 0 else {
                value = .infinity
                continue
              }
              value -= log(intensity)
              let inverse = 1 / intensity
              for a in 0..<size { gradient[a] -= inverse * row[a] }
              Slopes.addOuter(UnsafeBufferPointer(row), inverse * inverse, to: hessian)
            }
          }
        }
      }
    }
    slopes.value = value
    slopes.mirror()
    return slopes
  }
}
