/// The part of JSON Schema 2020-12 that `docs/brief.schema.json` uses.
///
/// A keyword that it does not know is a fault of its own: nothing in a schema goes unchecked.
struct JSONSchema {
  let root: JSON

  private static let annotations: Set<String> = ["$schema", "$id", "$defs", "title", "description"]

  /// Every place where the value breaks the schema, at most a hundred.
  func faults(in value: JSON) -> [String] {
    var faults: [String] = []
    check(value, root, at: "", &faults)
    return Array(faults.prefix(100))
  }

  private func check(_ value: JSON, _ schema: JSON, at place: String, _ faults: inout [String]) {
    guard faults.count < 100 else { return }
    if case .bool(let allowed) = schema {
      if !allowed { faults.append("\(place): nothing is allowed here") }
      return
    }
    for (keyword, rule) in schema.members.sorted(by: { $0.key < $1.key })
    where !Self.annotations.contains(keyword) {
      switch keyword {
      case "$ref":
        guard let target = definition(rule) else {
          faults.append("\(place): no definition \(rule.text ?? "?")")
          continue
        }
        check(value, target, at: place, &faults)
      case "anyOf":
        let passes = rule.items.contains { option in
          var own: [String] = []
          check(value, option, at: place, &own)
          return own.isEmpty
        }
        if !passes { faults.append("\(place): fits none of anyOf") }
      case "properties", "required", "additionalProperties":
        checkMembers(value, keyword, rule, schema, at: place, &faults)
      case "items":
        for (index, item) in value.items.enumerated() {
          check(item, rule, at: "\(place)/\(index)", &faults)
        }
      default:
        if let fault = fault(of: value, keyword, rule) { faults.append("\(place): \(fault)") }
      }
    }
  }

  private func checkMembers(
    _ value: JSON, _ keyword: String, _ rule: JSON, _ schema: JSON, at place: String,
    _ faults: inout [String]
  ) {
    guard case .object(let members) = value else { return }
    switch keyword {
    case "properties":
      for (key, member) in members {
        if let own = rule.members[key] { check(member, own, at: "\(place)/\(key)", &faults) }
      }
    case "required":
      for key in rule.texts where members[key] == nil { faults.append("\(place): no \(key)") }
    default:
      for (key, member) in members where schema["properties"].members[key] == nil {
        if rule == .bool(false) {
          faults.append("\(place): \(key) is not foreseen")
        } else {
          check(member, rule, at: "\(place)/\(key)", &faults)
        }
      }
    }
  }

  private func fault(of value: JSON, _ keyword: String, _ rule: JSON) -> String? {
    switch (keyword, value) {
    case ("type", _): rule.text == kind(value, rule) ? nil : "not of type \(rule.text ?? "?")"
    case ("enum", _): rule.items.contains(value) ? nil : "none of the allowed values"
    case ("const", _): rule == value ? nil : "not the only allowed value"
    case ("minimum", .number(let number)): number >= rule.number ?? .nan ? nil : "too small"
    case ("maximum", .number(let number)): number <= rule.number ?? .nan ? nil : "too large"
    case ("minLength", .text(let text)):
      Double(text.unicodeScalars.count) >= rule.number ?? .nan ? nil : "too short"
    case ("pattern", .text(let text)):
      matches(text, rule.text ?? "") ? nil : "does not match \(rule.text ?? "")"
    case ("minimum", _), ("maximum", _), ("minLength", _), ("pattern", _): nil
    default: "the schema's keyword \(keyword) is not known"
    }
  }

  /// The name of a value's type; an integer also counts as the number that it is asked to be.
  private func kind(_ value: JSON, _ rule: JSON) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .number(let number):
      rule.text == "integer" && number.rounded() == number ? "integer" : "number"
    case .text: "string"
    case .list: "array"
    case .object: "object"
    }
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    guard let regex = try? Regex(pattern) else { return false }
    return text.firstMatch(of: regex) != nil
  }

  private func definition(_ rule: JSON) -> JSON? {
    guard let path = rule.text, path.hasPrefix("#/") else { return nil }
    var target = root
    for step in path.dropFirst(2).split(separator: "/") {
      guard let next = target.members[String(step)] else { return nil }
      target = next
    }
    return target
  }
}
