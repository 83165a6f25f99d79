/// The page's looks, as literals of the program.
///
/// Colour means sign only; grey is amount. Every sign has a second carrier, since blue and rust
/// have the same lightness: side of the line, dash, hatching, shape, or the sign of the number.
enum Stylesheet {
  /// Colours for light and dark; on paper always light.
  static let palette = Markup.style(
    """
    :root{--paper:#fcfbf8;--panel:#f4f2ec;--ink:#1a1c1f;--soft:#55595f;--line:#d9d6cd;--mark:#7b7e84;--warm:#1f5a8c;--cold:#ad420b;
    --t1:#efece4;--t2:#dbd7cb;--t3:#bab5a6;--t4:#6b6860;--t5:#33322d;
    --w1:#dbe4ea;--w2:#b5c9d8;--w3:#8badc6;--c1:#f2e1d7;--c2:#e5bfa9;--c3:#d89d7b;
    --serif:Charter,"Bitstream Charter","Iowan Old Style","Charis SIL","Source Serif 4",Palatino,"Palatino Linotype",Georgia,serif;
    --sans:-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,Inter,"Noto Sans","Liberation Sans",Helvetica,Arial,sans-serif;
    --mono:ui-monospace,SFMono-Regular,Menlo,Consolas,"Liberation Mono",monospace;color-scheme:light}
    @media(prefers-color-scheme:dark){:root:not([data-theme=light]){--paper:#14171a;--panel:#1c2024;--ink:#ecebe6;--soft:#adb1b6;--line:#353a3f;--mark:#868b91;--warm:#84b9e8;--cold:#f2995f;
    --t1:#22262a;--t2:#33383d;--t3:#50565c;--t4:#a3a7aa;--t5:#e4e3de;
    --w1:#1f2a34;--w2:#2a3f52;--w3:#3a5974;--c1:#32261f;--c2:#503727;--c3:#75492e;color-scheme:dark}}
    :root[data-theme=dark]{--paper:#14171a;--panel:#1c2024;--ink:#ecebe6;--soft:#adb1b6;--line:#353a3f;--mark:#868b91;--warm:#84b9e8;--cold:#f2995f;
    --t1:#22262a;--t2:#33383d;--t3:#50565c;--t4:#a3a7aa;--t5:#e4e3de;
    --w1:#1f2a34;--w2:#2a3f52;--w3:#3a5974;--c1:#32261f;--c2:#503727;--c3:#75492e;color-scheme:dark}
    @media print{:root,:root[data-theme=dark],:root:not([data-theme=light]){--paper:#fff;--panel:#f4f2ec;--ink:#1a1c1f;--soft:#55595f;--line:#d9d6cd;--mark:#7b7e84;--warm:#1f5a8c;--cold:#ad420b;
    --t1:#efece4;--t2:#dbd7cb;--t3:#bab5a6;--t4:#6b6860;--t5:#33322d;
    --w1:#dbe4ea;--w2:#b5c9d8;--w3:#8badc6;--c1:#f2e1d7;--c2:#e5bfa9;--c3:#d89d7b;color-scheme:light}}
    """)

  /// Type, headline, sections, tables.
  static let page = Markup.style(
    """
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
    body{margin:0;background:var(--paper);color:var(--ink);font:400 1.0625rem/1.5 var(--serif);overflow-wrap:break-word}
    .wrap{max-width:72.5rem;margin:0 auto;padding:0 1.25rem}
    a{color:inherit;text-decoration-color:var(--mark);text-underline-offset:.15em}
    a:hover{text-decoration-color:currentColor}
    :focus-visible{outline:2px solid var(--warm);outline-offset:2px}
    .skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem;z-index:1}
    .vh{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .defs{position:absolute}
    p{margin:0 0 .75em;text-wrap:pretty}
    h1,h2,h3,h4{line-height:1.15;margin:0;text-wrap:balance}
    .num,table,svg text{font-variant-numeric:tabular-nums lining-nums}
    .soft{color:var(--soft)}.small{font-size:.8125rem}
    code{font:.78rem/1.4 var(--mono);overflow-wrap:anywhere}
    .mast{display:flex;flex-wrap:wrap;gap:.2rem 1.25rem;font:.8125rem/1.4 var(--sans);color:var(--soft);padding:1rem 0 0}
    .mast b{color:var(--ink);letter-spacing:.02em}
    .head{padding:2.5rem 0 0}.hl{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:1rem 3rem;align-items:center}
    .tri{width:20rem;max-width:100%;justify-self:end}
    .ask{font:.9375rem/1.4 var(--sans);color:var(--soft);margin-bottom:.5rem}
    h1{font:700 clamp(2.1rem,5.4vw,3.6rem)/1.04 var(--serif);letter-spacing:-.015em}
    h1.long-h{font-size:clamp(1.8rem,3.6vw,2.6rem);line-height:1.08}
    .deck{font-size:clamp(1.125rem,2.1vw,1.375rem);line-height:1.42;margin:1.1rem 0 0;max-width:40rem}
    .asof{font:.8125rem/1.4 var(--sans);color:var(--soft);margin:.9rem 0 0}
    .ans{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:1.2rem 3rem;margin:2rem 0 0}
    .gauge{font:.8125rem/1.4 var(--sans);border-top:1px solid var(--ink);padding:.7rem 0 0}.gauge p{margin:0}
    .gauge .big{font:700 2rem/1.15 var(--serif)}.gauge .big>span{font-weight:400;font-size:1.0625rem}
    .gauge .word{font-size:.9375rem;font-weight:600}.gauge .lab{font-size:.875rem}.gauge .def{color:var(--soft);max-width:34rem}
    .toc{list-style:none;margin:2.75rem 0 0;padding:0;border-top:2px solid var(--ink)}
    .toc li{display:grid;grid-template-columns:14rem minmax(0,1fr);gap:0 3rem;padding:.7rem 0;border-bottom:1px solid var(--line)}
    .toc .q{font:600 .9375rem/1.4 var(--sans);text-decoration:none}.toc a.q:hover{text-decoration:underline}
    .toc p{margin:0;max-width:44rem}
    section.q{border-top:2px solid var(--ink);margin-top:4.5rem;padding-top:1rem;display:grid;grid-template-columns:14rem minmax(0,1fr);gap:0 3rem}
    section.q>header{position:sticky;top:1.25rem;align-self:start}
    section.q>header h2{font:700 1.625rem/1.12 var(--serif)}
    section.q>header .n{font:600 .8125rem/1.4 var(--sans);color:var(--soft);display:block;margin-bottom:.15rem}
    section.q>header p{margin:.8rem 0 0;font-size:1rem;line-height:1.45}
    .body{display:grid;grid-template-columns:minmax(0,1fr);gap:3.25rem;align-content:start}
    .fig{margin:0}.fig figcaption,.fh{margin:0 0 .7rem}
    .ft{font:600 1rem/1.3 var(--sans);display:block;max-width:44rem}
    .fs{font:.8438rem/1.45 var(--sans);color:var(--soft);display:block;max-width:44rem;margin-top:.15rem}
    .src{font:.75rem/1.45 var(--sans);color:var(--soft);margin:.6rem 0 0;max-width:52rem}.src b{font-weight:600;color:var(--ink)}
    sup.ev{font:600 .625rem/1 var(--sans);vertical-align:super;margin-left:.1em;white-space:nowrap}
    sup.ev a{text-decoration:none;color:var(--soft);padding:.35em .2em;margin:-.35em 0}
    sup.ev a:hover{color:var(--ink);text-decoration:underline}
    .key{display:flex;flex-wrap:wrap;gap:.3rem 1.2rem;font:.8125rem/1.4 var(--sans);color:var(--soft);margin:0 0 .8rem;padding:0;list-style:none;align-items:center}
    .key li{display:flex;align-items:center;gap:.45rem}.key svg{flex:none}
    .led{width:100%;border-collapse:collapse;font:.875rem/1.35 var(--sans)}
    .led th{text-align:left;font-weight:400}.led thead th{color:var(--soft);font-size:.75rem;border-bottom:1px solid var(--ink);padding:0 .7rem .35rem 0;vertical-align:bottom}
    .led td,.led tbody th{border-bottom:1px solid var(--line);padding:.5rem .9rem .5rem 0;vertical-align:top}
    .led tbody th b{font-weight:600;display:block}.led tbody th>span{color:var(--soft);font-size:.8125rem}
    .led.tight td,.led.tight tbody th{padding-top:.34rem;padding-bottom:.34rem}
    .led td:last-child,.led th:last-child{padding-right:0}.nr{white-space:nowrap}
    .led.bars td:nth-child(2){width:60%}.led.rivals{table-layout:fixed}
    .rivals th:nth-child(1){width:24%}.rivals th:nth-child(2){width:30%}.rivals th:nth-child(3){width:25%}.rivals th:nth-child(4){width:11%}.rivals th:nth-child(5){width:10%}
    .note{border-left:2px solid var(--ink);padding:.1rem 0 .1rem .9rem;max-width:42rem;margin:0}.note p{margin:0 0 .4rem}.note p:last-child{margin:0}.note ul{padding-left:1.1rem;margin:0}
    details>summary{cursor:pointer;font:.8125rem/1.5 var(--sans);color:var(--soft);padding:.3rem 0;width:fit-content}
    details>summary:hover{color:var(--ink)}.tbl{overflow-x:auto}
    .dt{border-collapse:collapse;font:.8125rem/1.4 var(--sans);margin-top:.3rem;width:100%}
    .dt th,.dt td{text-align:left;padding:.22rem .9rem .22rem 0;border-bottom:1px solid var(--line);font-weight:400;vertical-align:top}.dt thead th{color:var(--soft)}
    .ends{font:.875rem/1.5 var(--sans);max-width:52rem}.ends h3,.evs h3{font:600 .9375rem/1.3 var(--sans);margin-bottom:.4rem}
    .ends ul{margin:0;padding:0 0 0 1.1rem}.ends li{margin-bottom:.35rem}
    .evs ol{columns:2;column-gap:3rem;padding:0 0 0 2rem;margin:0;font:.8125rem/1.45 var(--sans)}
    .evs li{break-inside:avoid;margin-bottom:.55rem;padding-left:.2rem}.evs li::marker{font-weight:600}
    :target{background:var(--t1);outline:4px solid var(--t1)}section:target,.fig:target{background:none;outline:0}
    footer{border-top:2px solid var(--ink);margin-top:4rem;padding:1rem 0 3rem;font:.8125rem/1.5 var(--sans);color:var(--soft)}
    """)

  /// Charts, heat tables, verdicts.
  static let drawing = Markup.style(
    """
    svg{display:block}.fl,.o,.tri{overflow:visible}svg .i{overflow:hidden}.fl{width:100%}
    svg text{font-family:var(--sans);font-size:12px;fill:var(--ink)}
    svg .s{fill:var(--soft)}svg .sm{font-size:11px}svg .xs{font-size:10px}svg .b{font-weight:600}svg .nm{font-size:14px}
    .ax{stroke:var(--line);stroke-width:1}.zero{stroke:var(--ink);stroke-width:1}
    .half{stroke:var(--mark);stroke-width:1;stroke-dasharray:2 3}
    .lw{stroke:var(--warm);stroke-width:2}.lc{stroke:var(--cold);stroke-width:2;stroke-dasharray:4 3}.lq{stroke:var(--mark);stroke-width:2}
    .lu{stroke:var(--mark);stroke-width:1}.fu{fill:var(--paper);stroke:var(--mark);stroke-width:1.2}
    .fp{fill:var(--warm);stroke:var(--warm);stroke-width:2}.fn{fill:var(--cold);stroke:var(--cold)}.fq{fill:var(--paper);stroke:var(--mark);stroke-width:2}
    .ew{stroke:var(--warm);stroke-width:8}.ec{stroke:var(--cold);stroke-width:6;stroke-dasharray:9 6}.eq{stroke:var(--mark);stroke-width:1.5;stroke-dasharray:2 5}
    .node{fill:var(--paper);stroke:var(--ink);stroke-width:2.2}
    .wk{fill:none;stroke:var(--mark);stroke-width:.8;vector-effect:non-scaling-stroke;stroke-linejoin:round;stroke-linecap:round}
    .ap{fill:var(--warm);opacity:.62}.an{fill:var(--cold);opacity:.62}.hcl{stroke:var(--paper);stroke-width:1.6}.hxl{stroke:var(--mark);stroke-width:1}
    .hatch{fill:url(#hx);opacity:.55}.hatchc{fill:url(#hc)}.few{fill:var(--t2);opacity:.75}.days{fill:var(--mark)}
    .trig{stroke:var(--ink);stroke-width:1;opacity:.55}.trigc{stroke:var(--ink);stroke-width:1;stroke-dasharray:2 3;opacity:.6}
    .brk{stroke:var(--ink);stroke-width:2}.brkh{stroke:var(--ink);stroke-width:1.25}.brkp{fill:var(--ink);stroke:var(--ink);stroke-width:1.5}
    .brkq{fill:var(--paper);stroke:var(--ink);stroke-width:1.5}.under{stroke:var(--paper);fill:var(--paper);stroke-width:5}
    .halo{paint-order:stroke;stroke:var(--paper);stroke-width:4px;stroke-linejoin:round}
    .bar{fill:var(--t3)}.bark{fill:var(--t5)}svg .k2{fill:var(--t2)}
    .mw{color:var(--warm)}.mc{color:var(--cold)}.mk{color:var(--ink)}
    .rows{display:grid;grid-template-columns:11.2rem minmax(0,1fr) 4.4rem 5.6rem;font:.875rem/1.2 var(--sans);align-items:center;column-gap:.9rem}
    .rows .r{display:contents}.rows .r>*{min-height:30px;display:flex;align-items:center}.rows .dr{display:block;min-width:0}
    .rows .rh{grid-column:1/-1;font-weight:600;padding:.9rem 0 .2rem;border-bottom:1px solid var(--line)}
    .rows .hd>*{color:var(--soft);font-size:.75rem;min-height:20px}.rows .nr{justify-content:flex-end}
    .tl{position:relative;--lab:10.6rem}.tl .plot{margin-left:var(--lab);width:calc(100% - var(--lab))}
    .tl .lb{position:absolute;left:0;top:var(--y);height:var(--h);width:calc(var(--lab) - 1.6rem);display:flex;align-items:center;font:.8125rem/1.15 var(--sans)}
    .tl .lb.g{font-weight:600;width:auto;height:auto}
    .only-s{display:none}ol.tk{font:.8125rem/1.5 var(--sans);padding:0;list-style:none;margin:.5rem 0 0;gap:0 1.2rem;flex-wrap:wrap}ol.tk:not(.only-s){display:flex}
    .heat{border-collapse:separate;border-spacing:2px;width:100%;table-layout:fixed;font:.8125rem/1.2 var(--sans)}
    .heat col.c0{width:26%}.heat.split col.c0{width:38%}
    .heat th{font-weight:400;text-align:left;padding:0 .4rem 0 0}.heat thead th:not(.c0){color:var(--soft);font-size:.75rem;text-align:center;padding:0 0 .2rem}
    .heat .gr th{font-weight:600;padding:.6rem 0 .15rem}.heat td{text-align:center;height:26px;padding:0}
    .heat td a{text-decoration:none;display:block;padding:.3rem 0}.heat td a:hover{text-decoration:underline}
    .heat .lead{font-weight:700;box-shadow:inset 0 0 0 2px var(--ink)}.heat tr.ct th,.heat tr.ct td{font-style:italic}
    .k0,.cq,.none{color:var(--soft)}td.k1{background:var(--t1)}td.k2{background:var(--t2)}td.k3{background:var(--t3)}td.k4{background:var(--t4);color:var(--paper)}td.k5{background:var(--t5);color:var(--paper)}
    td.w1{background:var(--w1)}td.w2{background:var(--w2)}td.w3{background:var(--w3)}td.c1{background-color:var(--c1)}td.c2{background-color:var(--c2)}td.c3{background-color:var(--c3)}
    td.cs{background-image:repeating-linear-gradient(135deg,transparent 0 4px,color-mix(in srgb,var(--cold) 22%,transparent) 4px 5px)}
    .two{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2rem 3rem}
    .t{font:700 1.0625rem/1.25 var(--serif);margin:0 0 .15rem}.o{color:var(--soft)}p.o{font:.8125rem/1.45 var(--sans);margin:0}
    .units{display:flex;flex-wrap:wrap;gap:4px;margin:.6rem 0 .4rem;max-width:22rem}.units a{display:block;line-height:0;text-decoration:none}
    .score{margin:0;font:600 .875rem/1.4 var(--sans)}
    .court{font-family:var(--sans);font-size:.875rem;line-height:1.42}.court .lede{font:1.0625rem/1.5 var(--serif);max-width:42rem;margin-bottom:1.4rem}
    .court .pair{border-top:1px solid var(--ink);padding:.55rem 0 1.4rem}.court .claim+.claim,.side h4{margin-top:1.25rem}.side h4:first-child{margin-top:0}
    .court h3{font:600 .9375rem/1.3 var(--sans);grid-column:1/-1;margin-bottom:.6rem}.side h4{font:600 .875rem/1.3 var(--sans);color:var(--soft);margin-bottom:.5rem}
    .court .alone{font:700 1.125rem/1.2 var(--serif);margin:1.4rem 0 .8rem}
    .pairs .pair,.pairs .arts{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:0 2.5rem}.arts{padding-bottom:1rem}
    .claim .para{font:1.0625rem/1.35 var(--serif);margin:0 0 .4rem}.claim .meta{color:var(--soft);font-size:.75rem;margin:0 0 .1rem}.claim .why{margin:.4rem 0 0;max-width:44rem}
    .claim .vd{display:flex;flex-wrap:wrap;gap:.35rem .8rem;align-items:center}
    .chip{display:inline-flex;align-items:center;gap:.35em;font:600 .8125rem/1 var(--sans);padding:.28em .55em .3em .45em;border:1.5px solid var(--ink);border-radius:2px;white-space:nowrap}
    .c-supported{border-color:var(--warm);background:var(--warm);color:var(--paper)}.c-contradicted{border-color:var(--cold);background:var(--cold);color:var(--paper)}
    .c-supported svg,.c-contradicted svg{color:inherit}
    .c-mixed{background:var(--panel)}.c-untestable,.c-not-yet,.c-cannot-tell{border-color:var(--mark);font-weight:500}.c-untestable{border-style:dotted}.c-not-yet{border-style:dashed}
    .vsm{display:inline-flex;gap:.3em;align-items:baseline;white-space:nowrap}.rob{display:inline-flex;align-items:center;gap:.45rem;font-size:.8125rem;color:var(--soft)}
    .claim details .in{margin:.2rem 0 0;padding:.1rem 0 .1rem .8rem;border-left:2px solid var(--line);font-size:.8438rem}
    .in p{margin:0 0 .2rem}.in ul{margin:0 0 .6rem;padding:0 0 0 1.1rem}.in dl{margin:0}.in dt{font-weight:600}.in dd{margin:0 0 .35rem}.role,.in i{color:var(--soft)}
    .tn{color:var(--soft)}
    .pn{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:1.4rem 1.6rem}
    .pn figure{margin:0;break-inside:avoid}.pn figcaption,.pn .pt{font:.8125rem/1.35 var(--sans);margin:0 0 .3rem}.pn figcaption b,.pn .pt{font-weight:600;display:block}
    .pn .say{font:.8125rem/1.4 var(--sans);margin:.3rem 0 0;color:var(--soft)}
    .pb{fill:var(--t2);opacity:.8}.pe{fill:none;stroke:var(--ink);stroke-width:1.4;stroke-dasharray:4 3;vector-effect:non-scaling-stroke}
    .po{fill:none;stroke:var(--mark);stroke-width:1.2;vector-effect:non-scaling-stroke;stroke-linejoin:round}
    .pi{fill:none;stroke:var(--ink);stroke-width:1.8;vector-effect:non-scaling-stroke;stroke-linejoin:round}
    .arc{fill:none;stroke:var(--mark);stroke-width:1;opacity:.55;vector-effect:non-scaling-stroke}.dot{fill:var(--ink);opacity:.55}
    """)

  /// Phones, tablets and paper.
  static let adapt = Markup.style(
    """
    @media(max-width:62rem){section.q{grid-template-columns:1fr}section.q>header{position:static;max-width:42rem;margin-bottom:1.8rem}.toc li{grid-template-columns:12rem minmax(0,1fr);gap:0 1.5rem}}
    @media screen and (max-width:44rem){
    body{font-size:1rem}.head{padding-top:1.6rem}.hl{grid-template-columns:minmax(0,1fr)}.tri{justify-self:start;width:17.5rem}.toc{margin-top:2rem}.toc li{grid-template-columns:1fr}section.q{margin-top:3.2rem}
    .two,.pairs .pair{grid-template-columns:minmax(0,1fr)}.pairs .arts{display:none}.evs ol{columns:1}
    .rows{grid-template-columns:6.9rem minmax(0,1fr) 3.3rem;column-gap:.6rem;font-size:.8125rem}.rows .w{display:none!important}.rows .rh{grid-column:1/-1}
    .long{display:none}.only-s{display:inline}ol.tk.only-s{display:flex}
    .tl{--lab:0px}.tl .lb{width:auto;height:auto;font-size:.75rem;font-weight:600;margin-top:-6px;text-shadow:0 0 2px var(--paper),0 0 2px var(--paper),0 0 3px var(--paper),0 0 3px var(--paper)}.tl .lb.g{font-size:.8125rem;margin-top:-8px}
    .heat{font-size:.6875rem;border-spacing:1px}.heat,.heat tbody,.heat tr,.heat thead{display:block;width:100%}.heat colgroup,.heat thead th.c0{display:none}
    .heat tr{display:grid;grid-template-columns:repeat(var(--n),minmax(0,1fr));gap:1px}.heat tbody th{grid-column:1/-1;padding:.45rem 0 .1rem;font-size:.8125rem}.heat td{display:flex;align-items:center;justify-content:center}.heat td a{padding:.3rem 0}
    .led,.led tbody,.led tr,.led td,.led tbody th{display:block}.led thead{display:none}.led tr{border-bottom:1px solid var(--line);padding:.6rem 0}.led td,.led tbody th{border:0;padding:.12rem 0;width:auto!important}.led td[data-l]::before{content:attr(data-l) ": ";color:var(--soft)}.nr{white-space:normal}
    .side+.side .claim:first-child{border-top:1px dotted var(--mark);padding-top:.8rem;margin-top:1.25rem}.units{max-width:none}
    }
    @page{size:A4;margin:17mm 14mm 16mm;@bottom-left{content:"Entente brief";font:8pt sans-serif;color:#55595f}@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif;color:#55595f}}
    @media print{
    .chip,.heat td,.meter,.bar,.bark,svg{-webkit-print-color-adjust:exact;print-color-adjust:exact}
    html{font-size:12.5px}.wrap{max-width:none;padding:0}.skip{display:none}.head{padding-top:1rem}
    section.q,.body{display:block}.body>*+*{margin-top:1.6rem!important}section.q{margin-top:1.8rem}.hl{grid-template-columns:minmax(0,1fr) 15rem}.tri{width:15rem}
    section.q>header{position:static;max-width:42rem;margin-bottom:1rem;break-after:avoid;break-inside:avoid}section.q>header *{break-after:avoid}.toc li{grid-template-columns:13rem minmax(0,1fr)}
    #s-since{break-before:page;border-top:0}.tl{zoom:.64;break-inside:avoid}.tbl{overflow:visible}
    .two{grid-template-columns:minmax(0,1fr) minmax(0,1fr)!important}
    .pairs .pair{display:table;table-layout:fixed;width:100%}.pairs .pair h3{display:table-caption;text-align:left}.pairs .side{display:table-cell;padding-right:1.2rem}.pairs .side+.side{padding:0 0 0 1.2rem}
    .dt{font-size:.72rem}.dt th,.dt td{padding-top:.08rem;padding-bottom:.08rem}.evs ol{font-size:.72rem}
    #f-legs,.gauge,.led tr,.heat tr,.evs li,.toc li,.claim .vd{break-inside:avoid}.ft,h2,h3,h4,figcaption,.claim .meta,.claim .para,.key{break-after:avoid}
    details::details-content{content-visibility:visible;display:block;block-size:auto}.claim details>summary{display:none}details>summary{list-style:none}
    }
    """)
}
