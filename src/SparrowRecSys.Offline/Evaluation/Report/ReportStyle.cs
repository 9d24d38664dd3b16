namespace SparrowRecSys.Offline.Evaluation.Report;

/// <summary>The looks of a report.</summary>
internal static class ReportStyle
{
    /// <summary>Without angle brackets and ampersands, which would be escaped where a browser does not expect it.</summary>
    public const string Css = """

        :root {
          --paper: #fbfaf8; --card: #ffffff; --ink: #22262b; --quiet: #656d76; --line: #e3e1dc; --grid: #eeece8;
          --bar: #4a7fb0; --base: #a9adb3; --mark: #c2703d; --good: #2f7d4f; --bad: #b0453a;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #16181b; --card: #1e2125; --ink: #e4e6e8; --quiet: #9aa2ab; --line: #33373d; --grid: #2a2e33;
            --bar: #6ea3d4; --base: #70767e; --mark: #e09a68; --good: #74c394; --bad: #e58a7f;
          }
        }
        * { box-sizing: border-box; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK SC", sans-serif; }
        main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
        h1 { font-size: 1.7rem; line-height: 1.2; margin: 0.5rem 0 0; font-weight: 650; }
        h2 { font-size: 1.2rem; margin: 2.75rem 0 0.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-weight: 650; }
        section:first-of-type h2 { margin-top: 1rem; }
        p { max-width: 46rem; margin: 0.6rem 0; }
        .lead { color: var(--quiet); overflow-wrap: anywhere; }
        .quiet { color: var(--quiet); }
        .warning { border-left: 3px solid var(--mark); padding: 0.1rem 0 0.1rem 0.8rem; }
        .facts { display: grid; grid-template-columns: repeat(4, 1fr); gap: 1px; margin: 1.25rem 0; background: var(--line); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
        .facts div { background: var(--card); padding: 0.7rem 0.9rem; display: flex; flex-direction: column-reverse; justify-content: flex-end; }
        .facts dt { color: var(--quiet); font-size: 0.8rem; line-height: 1.3; }
        .facts dd { margin: 0; font-size: 1.25rem; font-weight: 600; font-variant-numeric: tabular-nums; }
        .plots { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 1rem; margin: 1.25rem 0; align-items: start; }
        .panels { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); gap: 0.75rem; margin: 1.25rem 0; }
        .panels figure { max-width: 24rem; }
        figure { margin: 0; padding: 0.8rem 0.9rem 0.7rem; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
        .plots figure { max-width: 40rem; }
        figcaption { font-weight: 600; font-size: 0.9rem; margin-bottom: 0.4rem; }
        svg { display: block; width: 100%; height: auto; font-family: inherit; }
        svg text { font-size: 12px; fill: var(--ink); }
        svg text.tick { font-size: 11px; fill: var(--quiet); }
        .panels svg text.tick { font-size: 10px; }
        svg text.small { font-size: 10.5px; }
        svg text.quiet { fill: var(--quiet); }
        svg .value { font-variant-numeric: tabular-nums; }
        .end { text-anchor: end; }
        .middle { text-anchor: middle; }
        .bar, .dot { fill: var(--bar); }
        .bar.base, .dot.base { fill: var(--base); }
        .dot { stroke: var(--card); stroke-width: 1.5px; }
        .whisker { stroke: var(--ink); stroke-width: 1.2px; opacity: 0.75; }
        .grid { stroke: var(--grid); }
        .axis { stroke: var(--base); }
        .baseline { stroke: var(--quiet); stroke-dasharray: 3 3; }
        .mark { stroke: var(--mark); stroke-width: 2px; }
        .curve { fill: none; stroke: var(--bar); stroke-width: 1.8px; }
        .curve.other { stroke: var(--mark); }
        .group { fill: var(--bar); stroke: var(--card); stroke-width: 0.6px; }
        .g1 { fill-opacity: 0.9; } .g2 { fill-opacity: 0.8; } .g3 { fill-opacity: 0.7; } .g4 { fill-opacity: 0.6; }
        .g5 { fill-opacity: 0.5; } .g6 { fill-opacity: 0.4; } .g7 { fill-opacity: 0.3; } .g8 { fill-opacity: 0.21; } .g9 { fill-opacity: 0.12; }
        .scroll { overflow-x: auto; margin: 1.25rem 0; background: var(--card); border: 1px solid var(--line); border-radius: 8px; }
        .scroll:focus-visible { outline: 2px solid var(--bar); }
        table { border-collapse: collapse; width: 100%; font-size: 0.85rem; line-height: 1.35; }
        caption { text-align: left; padding: 0.7rem 0.8rem 0.2rem; color: var(--quiet); font-size: 0.85rem; }
        th, td { padding: 0.4rem 0.55rem; text-align: left; vertical-align: top; border-top: 1px solid var(--grid); }
        thead th { border-top: 0; color: var(--quiet); font-weight: 500; vertical-align: bottom; }
        tbody th { font-weight: 600; white-space: nowrap; position: sticky; left: 0; background: var(--card); }
        .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
        thead .number { white-space: normal; min-width: 4rem; }
        th:first-child { padding-left: 0.8rem; } td:last-child, th:last-child { padding-right: 0.8rem; }
        td small { display: block; color: var(--quiet); font-size: 0.7rem; font-variant-numeric: tabular-nums; }
        tr.base th, tr.base td { color: var(--quiet); }
        .better { color: var(--good); } .worse { color: var(--bad); }
        .problem { color: var(--bad); }
        .options { overflow-wrap: anywhere; }
        .neighbors td { min-width: 10.5rem; }
        .shared::before { content: "\2022\00a0"; color: var(--mark); }
        .formulas { display: grid; grid-template-columns: minmax(7rem, max-content) 1fr; gap: 0.3rem 1rem; font-size: 0.9rem; }
        .formulas dt { font-weight: 600; }
        .formulas dd { margin: 0; }
        details { margin: 0.75rem 0; }
        details .scroll { margin: 0.5rem 0 1rem; }
        summary { cursor: pointer; font-weight: 600; padding: 0.3rem 0; }
        summary small { color: var(--quiet); font-weight: 400; margin-left: 0.3rem; }
        @media (max-width: 40rem) { .facts { grid-template-columns: repeat(2, 1fr); } .formulas { grid-template-columns: 1fr; } .formulas dd { margin: 0 0 0.4rem; } }
        @media print { details { display: block; } .scroll { overflow: visible; } }

        """;
}
