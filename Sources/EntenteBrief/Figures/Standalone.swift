/// A figure as a file of its own: title, drawing, source, on a light ground.
enum Standalone {
  private static let margin = 24.0

  static func svg(_ draft: FigureDraft, number: Int) -> String {
    let width = FigureDraft.Plate.width + 2 * margin
    let title = DisplayWidth.wrap("Figure \(number). \(draft.title)", width: 104)
    let how = DisplayWidth.wrap(draft.howToRead, width: 150)
    let foot = DisplayWidth.wrap(
      "Sample: \(draft.sample) Interval: \(draft.interval) Source: \(draft.source)", width: 165)
    let keyRows = keyRows(draft.key)
    var y = margin + 14
    var parts: [Markup] = []
    for line in title {
      parts.append(Drawing.text(line, x: Drawing.number(margin), y: y, "title"))
      y += 22
    }
    for line in how {
      parts.append(Drawing.text(line, x: Drawing.number(margin), y: y, "s how"))
      y += 17
    }
    y += 8
    for row in keyRows {
      for (x, entry) in row {
        parts.append(
          el(.svg, .set("x", margin + x), .set("y", y - 2), .class("o")) { entry.mark })
        parts.append(
          Drawing.text(entry.text, x: Drawing.number(margin + x + 42), y: y + 8, "s"))
      }
      y += 22
    }
    y += 6
    parts.append(
      el(
        .svg, .set("x", margin), .set("y", y), .set("width", FigureDraft.Plate.width),
        .set("height", draft.plate.height), .class("o")
      ) { draft.plate.content })
    y += draft.plate.height + 24
    for line in foot {
      parts.append(Drawing.text(line, x: Drawing.number(margin), y: y, "s src"))
      y += 15
    }
    let height = y + margin - 10
    let root = el(
      .svg, .set("xmlns", "http://www.w3.org/2000/svg"), .set("width", width),
      .set("height", height),
      .set("viewBox", "0 0 \(Drawing.number(width)) \(Drawing.number(height))"),
      .set("role", "img"), .set("aria-labelledby", "title desc")
    ) {
      el(.title, .id("title")) { draft.title }
      el(.desc, .id("desc")) { draft.howToRead }
      Markup.style(sheet)
      hatch
      el(.rect, .class("ground"), .set("width", "100%"), .set("height", "100%"))
      parts
    }
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + root.rendered() + "\n"
  }

  /// Diagonal lines for what no data cover.
  static var hatch: Markup {
    el(.defs) {
      el(
        .pattern, .id("hx"), .set("width", "6"), .set("height", "6"),
        .set("patternUnits", "userSpaceOnUse"), .set("patternTransform", "rotate(45)")
      ) { el(.path, .class("hxl"), .set("d", "M0 0V6")) }
      el(
        .pattern, .id("hc"), .set("width", "5"), .set("height", "5"),
        .set("patternUnits", "userSpaceOnUse"), .set("patternTransform", "rotate(-45)")
      ) { el(.path, .class("hcl"), .set("d", "M0 0V5")) }
    }
  }

  private static func keyRows(_ key: [(mark: Markup, text: String)])
    -> [[(Double, (mark: Markup, text: String))]]
  {
    var rows: [[(Double, (mark: Markup, text: String))]] = []
    var x = 0.0
    for entry in key {
      let width = 42 + Double(DisplayWidth.of(entry.text)) * 6.6 + 24
      if rows.isEmpty || x + width > FigureDraft.Plate.width {
        rows.append([])
        x = 0
      }
      rows[rows.count - 1].append((x, entry))
      x += width
    }
    return rows
  }

  /// The page's classes in fixed colours: programs that draw SVG files often know no variables.
  private static let sheet: StaticString = """
    text{font:12px -apple-system,"Segoe UI",Inter,"Noto Sans","Liberation Sans",Helvetica,Arial,\
    sans-serif;fill:#1a1c1f;font-variant-numeric:tabular-nums}
    .title{font-size:17px;font-weight:600}.how{font-size:12.5px}.src{font-size:11px}.b{font-weight:600}
    .s{fill:#55595f}.sm{font-size:11px}.xs{font-size:10px}.tw{fill:#1f5a8c}.tc{fill:#ad420b}.tp{fill:#fcfbf8}
    .ground{fill:#fcfbf8}.o{overflow:visible}.i{overflow:hidden}.only-s{display:none}
    .ax{stroke:#d9d6cd;stroke-width:1}.zero{stroke:#1a1c1f;stroke-width:1}
    .half{stroke:#7b7e84;stroke-width:1;stroke-dasharray:2 3}
    .lw{stroke:#1f5a8c;stroke-width:2}.lc{stroke:#ad420b;stroke-width:2;stroke-dasharray:4 3}.lq{stroke:#7b7e84;stroke-width:2}
    .lu{stroke:#7b7e84;stroke-width:1}.fu{fill:#fcfbf8;stroke:#7b7e84;stroke-width:1.2}
    .fp{fill:#1f5a8c;stroke:#1f5a8c;stroke-width:2}.fn{fill:#ad420b;stroke:#ad420b;stroke-width:1}.fq{fill:#fcfbf8;stroke:#7b7e84;stroke-width:2}
    .wk{fill:none;stroke:#7b7e84;stroke-width:.8;vector-effect:non-scaling-stroke;stroke-linejoin:round;stroke-linecap:round}
    .ap{fill:#1f5a8c;opacity:.62}.an{fill:#ad420b;opacity:.62}.hcl{stroke:#fcfbf8;stroke-width:1.6}.hxl{stroke:#7b7e84;stroke-width:1}
    .hatch{fill:url(#hx);opacity:.55}.hatchc{fill:url(#hc)}.few{fill:#dbd7cb;opacity:.75}.days{fill:#7b7e84}
    .trig{stroke:#1a1c1f;stroke-width:1;opacity:.6}.trigc{stroke:#1a1c1f;stroke-width:1;stroke-dasharray:2 3;opacity:.6}
    .brk{stroke:#1a1c1f;stroke-width:2}.brkh{stroke:#1a1c1f;stroke-width:1.25}.brkp{fill:#1a1c1f;stroke:#1a1c1f;stroke-width:1.5}
    .brkq{fill:#fcfbf8;stroke:#1a1c1f;stroke-width:1.5}.under{stroke:#fcfbf8;stroke-width:5;fill:#fcfbf8}
    .halo{paint-order:stroke;stroke:#fcfbf8;stroke-width:4px;stroke-linejoin:round}
    .bar{fill:#bab5a6}.bark{fill:#33322d}
    .w1{fill:#dbe4ea}.w2{fill:#b5c9d8}.w3{fill:#8badc6}.c1{fill:#f2e1d7}.c2{fill:#e5bfa9}.c3{fill:#d89d7b}
    .k0{fill:#fcfbf8}.k1{fill:#efece4}.k2{fill:#dbd7cb}.k3{fill:#bab5a6}.k4{fill:#6b6860}.k5{fill:#33322d}
    .pb{fill:#dbd7cb;opacity:.8}.pe{fill:none;stroke:#1a1c1f;stroke-width:1.4;stroke-dasharray:4 3;vector-effect:non-scaling-stroke}
    .po{fill:none;stroke:#7b7e84;stroke-width:1.2;vector-effect:non-scaling-stroke}.pi{fill:none;stroke:#1a1c1f;stroke-width:1.8;vector-effect:non-scaling-stroke}
    .arc{fill:none;stroke:#7b7e84;stroke-width:1;opacity:.55;vector-effect:non-scaling-stroke}.dot{fill:#1a1c1f;opacity:.55}
    .lead{fill:none;stroke:#1a1c1f;stroke-width:2}.mw{color:#1f5a8c}.mc{color:#ad420b}.mk{color:#1a1c1f}
    """
}
