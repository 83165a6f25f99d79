/// The version that a brief names: part of what makes its bytes.
public enum ProgramVersion {
  public static let text = "0.1.0"
}
