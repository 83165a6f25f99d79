import CLapack

extension LinearAlgebra {
  /// Eigenvalues with left and right eigenvectors (columns, meaningful for real eigenvalues) of any
  /// square matrix, or nil on failure.
  public static func eigen(
    general matrix: [Double], size: Int
  ) -> (real: [Double], imaginary: [Double], left: [Double], right: [Double])? {
    precondition(matrix.count == size * size)
    guard size > 0 else { return nil }
    openblas_set_num_threads(1)
    var work = matrix
    var real = [Double](repeating: 0, count: size)
    var imaginary = real
    var left = [Double](repeating: 0, count: size * size)
    var right = left
    let both = CChar(bitPattern: UInt8(ascii: "V"))
    let info = LAPACKE_dgeev(
      LAPACK_ROW_MAJOR, both, both, Int32(size), &work, Int32(size), &real, &imaginary, &left,
      Int32(size), &right, Int32(size))
    return info == 0 ? (real, imaginary, left, right) : nil
  }
}
