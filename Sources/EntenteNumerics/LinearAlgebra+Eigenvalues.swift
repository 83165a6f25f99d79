import CLapack

extension LinearAlgebra {
  /// Eigenvalues of a symmetric matrix, ascending, without their vectors; nil on failure.
  ///
  /// - Complexity: O(size³), a fraction of what the vectors would take.
  public static func eigenvalues(symmetric matrix: [Double], size: Int) -> [Double]? {
    precondition(matrix.count == size * size)
    guard size > 0 else { return [] }
    openblas_set_num_threads(1)
    var reduced = matrix
    var values = [Double](repeating: 0, count: size)
    let info = LAPACKE_dsyevd(
      LAPACK_ROW_MAJOR, CChar(bitPattern: UInt8(ascii: "N")),
      CChar(bitPattern: UInt8(ascii: "L")), Int32(size), &reduced, Int32(size), &values)
    return info == 0 ? values : nil
  }
}
