//! Prints how good and how fast the search is, beside two matchers over the same texts. Judges nothing.
//! Needs the folder with `corpus_da.csv` and `queries_da.jsonl` in `OPSTART_SEARCH_EVAL`; with the folder of an HSDS
//! package of 4,089 services in `OPSTART_SEARCH_MIAMI` also those. `OPSTART_SEARCH_VERBOSE` prints every miss whose class
//! begins with it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_precision_loss
)]

mod corpora;
mod engines;
mod variants;

use std::collections::BTreeMap;
use std::env::var_os;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use opstart::catalog::library::Library;
use opstart::catalog::search::Index;
use opstart::catalog::synonyms::Synonyms;
use opstart::domain::offer::Offer;

use corpora::{Case, cases, danish, judge, replicated, services};
use engines::{Engine, everything, nucleo, ours, ours_without_own_entries, skim};

/// The picker lists everything that is found and explains what is around the cursor.
const EXPLAINED: std::ops::Range<usize> = 0..150;

fn main() {
    let Some(folder) = var_os("OPSTART_SEARCH_EVAL").map(PathBuf::from) else {
        println!("Set OPSTART_SEARCH_EVAL to the folder with corpus_da.csv and queries_da.jsonl to see the figures.");
        return;
    };
    let wanted: Vec<String> = std::env::args().skip(1).filter(|arg| !arg.starts_with("--")).collect();
    let is_wanted = |name: &str| wanted.is_empty() || wanted.iter().any(|one| one == name);
    let offers = danish(&folder);
    let queries = cases(&folder.join("queries_da.jsonl"));
    let miami = var_os("OPSTART_SEARCH_MIAMI").map(PathBuf::from);
    let synonyms = Library::builtin().synonyms;
    println!("{} offers, {} queries, {} synonyms", offers.len(), queries.len(), synonyms.entries.len());
    if is_wanted("speed") {
        speeds(&folder, &offers, &queries, miami.as_deref(), &synonyms);
    }
    if is_wanted("quality") {
        quality("Queries of people, the half that is open", &offers, &queries, &synonyms);
    }
    if is_wanted("variants") {
        quality("Queries made by rule from all offers", &offers, &variants::of(&offers), &synonyms);
    }
    if let Some(package) = miami.filter(|_| is_wanted("miami")) {
        let queries = cases(&folder.join("queries_miami.jsonl"));
        quality("English: services of a region", &services(&package), &queries, &Synonyms::default());
    }
}

/// One table: recall among the first three / mean of one over the place of the first that is right.
fn quality(title: &str, offers: &[Offer], cases: &[Case], synonyms: &Synonyms) {
    let table = [
        ("opstart", ours(offers, synonyms)),
        ("no synonyms", ours(offers, &Synonyms::default())),
        ("no own entry", ours_without_own_entries(offers, synonyms)),
        ("fuzzy-matcher", skim(offers)),
        ("nucleo-matcher", nucleo(offers)),
    ];
    let few = cases.len() < 200 && !synonyms.entries.is_empty();
    let peers = var_os("OPSTART_SEARCH_VERBOSE").is_none();
    let shown = |name: &&(&str, Engine)| match name.0 {
        "no own entry" => few,
        "fuzzy-matcher" | "nucleo-matcher" => peers,
        _ => true,
    };
    let columns: Vec<(&str, BTreeMap<String, Score>)> =
        table.iter().filter(shown).map(|(name, engine)| (*name, scores(cases, engine, *name == "opstart"))).collect();
    println!("\n{title}");
    print!("{:<30}{:>6}", "class", "n");
    for (name, _) in &columns {
        print!("  {name:>15}");
    }
    println!();
    for (class, score) in &columns[0].1 {
        print!("{class:<30}{:>6}", score.count);
        for (_, scores) in &columns {
            let (recall, rank) = scores[class].mean();
            print!("  {:>15}", format!("{recall:.3}/{rank:.3}"));
        }
        println!();
    }
}

#[derive(Default, Clone, Copy)]
struct Score {
    recall: f64,
    rank: f64,
    count: usize,
}

impl Score {
    fn mean(self) -> (f64, f64) {
        let count = self.count.max(1) as f64;
        (self.recall / count, self.rank / count)
    }
}

fn scores(cases: &[Case], engine: &Engine, tells: bool) -> BTreeMap<String, Score> {
    let verbose = var_os("OPSTART_SEARCH_VERBOSE").filter(|_| tells).map(|class| class.to_string_lossy().into_owned());
    let mut scores: BTreeMap<String, Score> = BTreeMap::new();
    for case in cases {
        let found = engine(&case.query);
        let (recall, rank) = judge(&found, &case.relevant);
        if verbose.as_ref().is_some_and(|class| case.class.starts_with(class)) && (recall < 1.0 || rank < 1.0) {
            println!("{} {:?} {recall:.2} {rank:.2}", case.class, case.query);
            println!("   want {:?}\n   got  {found:?}", case.relevant);
        }
        for class in [case.class.as_str(), "~ all"] {
            let score = scores.entry(class.to_owned()).or_default();
            score.recall += recall;
            score.rank += rank;
            score.count += 1;
        }
    }
    scores
}

fn speeds(folder: &Path, offers: &[Offer], queries: &[Case], miami: Option<&Path>, synonyms: &Synonyms) {
    let load = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    println!("\nTime from key to list, over every beginning of every query   [load of the machine: {}]", load.trim());
    speed("10,000 copies", &replicated(offers, 10_000), queries, synonyms, 5.0);
    if let Some(package) = miami {
        speed("Miami", &services(package), &cases(&folder.join("queries_miami.jsonl")), synonyms, 5.0);
    }
    speed("Danish", offers, queries, synonyms, 2.0);
}

/// Memory first, while nothing that was freed before can be used again.
fn speed(title: &str, offers: &[Offer], cases: &[Case], synonyms: &Synonyms, goal: f64) {
    let before = resident();
    let index = Index::new(offers, synonyms);
    let grown = resident().saturating_sub(before);
    let mut built: Vec<Duration> = (0..5)
        .map(|_| {
            let start = Instant::now();
            black_box(Index::new(black_box(offers), synonyms));
            start.elapsed()
        })
        .collect();
    built.sort_unstable();
    let mut times: Vec<(Duration, String)> = Vec::new();
    for case in cases {
        for (end, letter) in case.query.char_indices() {
            let prefix = &case.query[..end + letter.len_utf8()];
            let best = (0..3).map(|_| {
                let start = Instant::now();
                black_box(index.search_explaining(black_box(prefix), usize::MAX, EXPLAINED, &everything()));
                start.elapsed()
            });
            times.push((best.min().unwrap(), prefix.to_owned()));
        }
    }
    times.sort();
    let at = |percent: usize| times[(times.len() - 1) * percent / 100].0;
    println!(
        "{title}: {} offers, built in {:.0?} (goal at 10,000: ≤ 300 ms), resident memory grew by {:.1} MB",
        offers.len(),
        built[built.len() / 2],
        grown as f64 / 1024.0
    );
    println!(
        "    {} keys: p50 {:.2?}  p99 {:.2?}  max {:.2?} ({:?})   (goal: p99 ≤ {goal} ms)",
        times.len(),
        at(50),
        at(99),
        at(100),
        times.last().unwrap().1
    );
}

/// Kilobytes; 0 where the system does not tell.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS:"));
    line.and_then(|line| line.split_whitespace().nth(1)).and_then(|kilobytes| kilobytes.parse().ok()).unwrap_or(0)
}
