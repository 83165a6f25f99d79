import EntenteClaims

/// A verdict's sign: its shape says what it is, its colour repeats it.
enum VerdictMark {
  /// Supported first, untestable last.
  static let order: [Verdict] = [
    .supported, .mixed, .contradicted, .cannotTell, .notYet, .untestable,
  ]

  static func symbolID(_ verdict: Verdict) -> String {
    "v-" + verdict.rawValue.replacing(" ", with: "-")
  }

  private static func style(_ verdict: Verdict) -> StaticString {
    switch verdict {
    case .supported: "mw"
    case .contradicted: "mc"
    default: "mk"
    }
  }

  private static func chipStyle(_ verdict: Verdict) -> StaticString {
    switch verdict {
    case .supported: "chip c-supported"
    case .contradicted: "chip c-contradicted"
    case .mixed: "chip c-mixed"
    case .cannotTell: "chip c-cannot-tell"
    case .notYet: "chip c-not-yet"
    case .untestable: "chip c-untestable"
    }
  }

  /// The shapes, 12 by 12, once in the page.
  static var symbols: Markup {
    .group(
      Verdict.allCases.map { verdict in
        el(.symbol, .id(symbolID(verdict)), .set("viewBox", "0 0 12 12")) { shape(verdict) }
      })
  }

  static func shape(_ verdict: Verdict) -> Markup {
    func ring(_ dash: String? = nil) -> Markup {
      var attributes: [Attribute] = [
        .set("cx", "6"), .set("cy", "6"), .set("r", "5"), .set("fill", "none"),
        .set("stroke", "currentColor"), .set("stroke-width", "1.4"),
      ]
      if let dash { attributes.append(.set("stroke-dasharray", dash)) }
      return el(.circle, attributes: attributes)
    }
    func stroke(_ path: String, _ width: String = "1.4") -> Markup {
      el(
        .path, .set("d", path), .set("fill", "none"), .set("stroke", "currentColor"),
        .set("stroke-width", width))
    }
    return switch verdict {
    case .supported:
      el(
        .circle, .set("cx", "6"), .set("cy", "6"), .set("r", "5.5"), .set("fill", "currentColor"))
    case .contradicted: stroke("M1.5 1.5 10.5 10.5M10.5 1.5 1.5 10.5", "2.6")
    case .mixed:
      .group([ring(), el(.path, .set("d", "M6 1A5 5 0 0 0 6 11Z"), .set("fill", "currentColor"))])
    case .cannotTell: .group([ring(), stroke("M3.4 6H8.6")])
    case .notYet: .group([ring(), stroke("M6 3V6H8.6")])
    case .untestable: ring("2 2")
    }
  }

  /// The sign by reference to the page's symbols.
  static func use(_ verdict: Verdict, size: Double = 12) -> Markup {
    el(
      .svg, .class(style(verdict)), .set("width", size), .set("height", size), .hidden
    ) { el(.use, .set("href", "#" + symbolID(verdict))) }
  }

  /// The sign drawn out, for files.
  static func drawn(_ verdict: Verdict, x: Double, y: Double, size: Double = 12) -> Markup {
    el(
      .svg, .class(style(verdict)), .set("x", x), .set("y", y), .set("width", size),
      .set("height", size), .set("viewBox", "0 0 12 12")
    ) { shape(verdict) }
  }

  /// Sign and word in a box.
  static func chip(_ verdict: Verdict) -> Markup {
    el(.span, .class(chipStyle(verdict))) {
      use(verdict, size: 11)
      Wording.capitalised(verdict.rawValue)
    }
  }

  /// Sign and word without a box.
  static func small(_ verdict: Verdict) -> Markup {
    el(.span, .class("vsm")) {
      use(verdict, size: 10)
      verdict.rawValue
    }
  }
}
