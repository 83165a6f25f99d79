import CLapack
import Foundation

extension LinearAlgebra {
  /// `A B` for a rows × inner and an inner × columns matrix.
  public static func multiply(
    _ left: [Double], _ right: [Double], rows: Int, inner: Int, columns: Int
  ) -> [Double] {
    precondition(left.count == rows * inner && right.count == inner * columns)
    guard rows > 0, inner > 0, columns > 0 else {
      return [Double](repeating: 0, count: rows * columns)
    }
    openblas_set_num_threads(1)
    var product = [Double](repeating: 0, count: rows * columns)
    cblas_dgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(rows), Int32(columns), Int32(inner), 1,
      left, Int32(inner), right, Int32(columns), 0, &product, Int32(columns))
    return product
  }

  /// Inverse and log determinant of a symmetric positive definite matrix, or nil if it is not one.
  public static func inverse(
    positiveDefinite matrix: [Double], size: Int
  ) -> (inverse: [Double], logDeterminant: Double)? {
    guard var factor = cholesky(matrix, size: size) else { return nil }
    var logDeterminant = 0.0
    for i in 0..<size { logDeterminant += 2 * log(factor[i * size + i]) }
    let info = LAPACKE_dpotri(
      LAPACK_ROW_MAJOR, CChar(bitPattern: UInt8(ascii: "L")), Int32(size), &factor, Int32(size))
    guard info == 0 else { return nil }
    for i in 0..<size { for j in 0..<i { factor[j * size + i] = factor[i * size + j] } }
    return (factor, logDeterminant)
  }
}
