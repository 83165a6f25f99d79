import Testing

/// The validator must be able to fail, or nothing that it passes is worth anything.
struct JSONSchemaTests {
  func faults(_ schema: String, _ value: String) throws -> [String] {
    JSONSchema(root: try JSON.parse(schema)).faults(in: try JSON.parse(value))
  }

  @Test(
    arguments: [
      (#"{"type": "string"}"#, #""a""#, "1"), (#"{"type": "integer"}"#, "3", "3.5"),
      (#"{"type": "number"}"#, "3", "true"), (#"{"type": "boolean"}"#, "false", "0"),
      (#"{"type": "null"}"#, "null", "0"), (#"{"type": "array"}"#, "[]", "{}"),
      (#"{"type": "object"}"#, "{}", "[]"), (#"{"enum": [1, "a"]}"#, #""a""#, #""b""#),
      (#"{"const": "x"}"#, #""x""#, #""y""#), (#"{"minimum": 0}"#, "0", "-0.1"),
      (#"{"maximum": 1}"#, "1", "1.1"), (#"{"minLength": 1}"#, #""é""#, #""""#),
      (#"{"pattern": "^[A-Z]{3}$"}"#, #""KOR""#, #""KOREA""#),
      (#"{"required": ["a"]}"#, #"{"a": null}"#, #"{"b": 1}"#),
      (#"{"properties": {"a": {"type": "string"}}}"#, #"{"b": 1}"#, #"{"a": 1}"#),
      (#"{"properties": {"a": true}, "additionalProperties": false}"#, #"{"a": 1}"#, #"{"b": 1}"#),
      (#"{"additionalProperties": {"type": "string"}}"#, #"{"a": "x"}"#, #"{"a": 1}"#),
      (#"{"items": {"type": "number"}}"#, "[1, 2]", #"[1, "2"]"#),
      (#"{"anyOf": [{"type": "number"}, {"type": "null"}]}"#, "null", #""x""#),
      (##"{"$defs": {"d": {"minimum": 2}}, "$ref": "#/$defs/d"}"##, "2", "1"),
    ])
  func `each keyword passes what it allows and refuses what it does not`(
    schema: String, good: String, bad: String
  ) throws {
    #expect(try faults(schema, good) == [])
    #expect(try !faults(schema, bad).isEmpty)
  }

  @Test func `a fault says where it is, however deep`() throws {
    let schema = #"{"properties": {"a": {"items": {"properties": {"b": {"type": "string"}}}}}}"#
    #expect(try faults(schema, #"{"a": [{}, {"b": 1}]}"#) == ["/a/1/b: not of type string"])
  }

  @Test func `an unknown keyword and a missing definition are faults`() throws {
    #expect(try !faults(#"{"minItems": 1}"#, "[1]").isEmpty)
    #expect(try !faults(##"{"$ref": "#/$defs/none"}"##, "1").isEmpty)
  }
}
