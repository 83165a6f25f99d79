import CLapack

/// The few dense operations we need, through LAPACK, on one thread.
///
/// Matrices are row-major arrays. One BLAS thread, so that sums have one order.
public enum LinearAlgebra {
  /// Setting the thread count once, before any call.
  private static let isSingleThreaded: Bool = {
    openblas_set_num_threads(1)
    return true
  }()

  /// Lower Cholesky factor of a symmetric positive definite matrix, or nil if it is not one.
  public static func cholesky(_ matrix: [Double], size: Int) -> [Double]? {
    precondition(matrix.count == size * size && isSingleThreaded)
    var factor = matrix
    let info = LAPACKE_dpotrf(
      LAPACK_ROW_MAJOR, CChar(bitPattern: UInt8(ascii: "L")), Int32(size), &factor, Int32(size))
    guard info == 0 else { return nil }
    for i in 0..<size { for j in (i + 1)..<max(size, i + 1) { factor[i * size + j] = 0 } }
    return factor
  }

  /// Solves `L X = B` for lower triangular L; B is size × columns.
  public static func solveLower(
    _ factor: [Double], size: Int, _ right: [Double], columns: Int
  ) -> [Double] {
    precondition(right.count == size * columns && isSingleThreaded)
    var solution = right
    cblas_dtrsm(
      CblasRowMajor, CblasLeft, CblasLower, CblasNoTrans, CblasNonUnit, Int32(size),
      Int32(columns), 1, factor, Int32(size), &solution, Int32(columns))
    return solution
  }

  /// `A v` for a rows × columns matrix.
  public static func multiply(
    _ matrix: [Double], rows: Int, columns: Int, _ vector: [Double], transposed: Bool = false
  ) -> [Double] {
    precondition(matrix.count == rows * columns && isSingleThreaded)
    precondition(vector.count == (transposed ? rows : columns))
    var result = [Double](repeating: 0, count: transposed ? columns : rows)
    cblas_dgemv(
      CblasRowMajor, transposed ? CblasTrans : CblasNoTrans, Int32(rows), Int32(columns), 1,
      matrix, Int32(columns), vector, 1, 0, &result, 1)
    return result
  }

  /// Eigenvalues (ascending) and eigenvectors (columns) of a symmetric matrix, or nil on failure.
  public static func eigen(
    symmetric matrix: [Double], size: Int
  ) -> (values: [Double], vectors: [Double])? {
    precondition(matrix.count == size * size && isSingleThreaded)
    var vectors = matrix
    var values = [Double](repeating: 0, count: size)
    let info = LAPACKE_dsyevd(
      LAPACK_ROW_MAJOR, CChar(bitPattern: UInt8(ascii: "V")),
      CChar(bitPattern: UInt8(ascii: "L")), Int32(size), &vectors, Int32(size), &values)
    return info == 0 ? (values, vectors) : nil
  }
}
