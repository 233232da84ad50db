//! Hands episodes out to processes, hears what became of them, and counts those that end.

use std::collections::{BTreeMap, VecDeque};
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Mutex, mpsc};
use std::time::{Duration, Instant};

use mutants::episode::LENGTH;
use mutants::evidence;
use mutants::messages::Kind;
use mutants::tally::{Find, Harm, Tally};

/// How many episodes one process runs, unless it ends before.
const EPISODES: u64 = 50;

/// A process that has not finished an episode after this will not.
const PATIENCE: Duration = Duration::from_mins(2);

/// How much to run.
#[derive(clap::Args)]
pub(crate) struct Order {
    /// How many mutants of each kind.
    #[arg(long, default_value_t = 100_000)]
    each: u64,
    /// No more are begun after so many minutes.
    #[arg(long, default_value_t = 60)]
    minutes: u64,
    /// What decides which mutants they are.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Where to leave what must not happen.
    #[arg(long, default_value = "target/mutants")]
    finds: PathBuf,
    /// How many processes at a time; as many as there are cores when left out.
    #[arg(long)]
    jobs: Option<usize>,
}

/// Some episodes.
struct Chunk {
    kind: Kind,
    from: u64,
    until: u64,
}

/// Runs all of it, says what became of it, and ends this process: with 1 when something happened that must not.
pub(crate) fn run(order: &Order) {
    let start = Instant::now();
    let deadline = start + Duration::from_mins(order.minutes);
    println!("==> {} mutants of each kind, seed {}", order.each, order.seed);
    let chunks = Mutex::new(chunks(order.each));
    let tallies: Mutex<BTreeMap<Kind, Tally>> = Mutex::default();
    let jobs = order.jobs.unwrap_or_else(|| std::thread::available_parallelism().map_or(2, usize::from));
    std::thread::scope(|scope| {
        for job in 0..jobs {
            let (chunks, tallies) = (&chunks, &tallies);
            scope.spawn(move || {
                let evidence = order.finds.join(format!("job-{}-{job}", std::process::id()));
                while Instant::now() < deadline
                    && let Some(chunk) = { chunks.lock().unwrap().pop_front() }
                {
                    let kind = chunk.kind;
                    let tally = run_chunk(order, chunk, &evidence);
                    tallies.lock().unwrap().entry(kind).or_default().add(tally);
                }
                let _ = std::fs::remove_dir_all(evidence);
            });
        }
    });
    report(order, &tallies.into_inner().unwrap(), start.elapsed());
}

/// The kinds take turns, so that a run that is cut short has some of each.
fn chunks(each: u64) -> VecDeque<Chunk> {
    let episodes = each.div_ceil(LENGTH);
    let starts = (0..episodes).step_by(usize::try_from(EPISODES).unwrap());
    let turn = |from: u64| Kind::ALL.map(|kind| Chunk { kind, from, until: (from + EPISODES).min(episodes) });
    starts.flat_map(turn).collect()
}

fn run_chunk(order: &Order, mut chunk: Chunk, evidence: &Path) -> Tally {
    let mut tally = Tally::default();
    while chunk.from < chunk.until {
        let mut child = start(order, &chunk, evidence);
        let lines = lines(child.stdout.take().unwrap());
        let mut is_stuck = false;
        loop {
            match lines.recv_timeout(PATIENCE) {
                Ok(line) => {
                    tally.add(serde_json::from_str(&line).expect("a tally"));
                    chunk.from += 1;
                }
                Err(mpsc::RecvTimeoutError::Disconnected) => break,
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    is_stuck = true;
                    let _ = child.kill();
                }
            }
        }
        let status = child.wait().unwrap();
        if chunk.from < chunk.until {
            let harm = if is_stuck { Harm::Hang } else { Harm::Abort };
            let name = format!("{harm:?}-{:?}-{}-{}", chunk.kind, order.seed, chunk.from);
            let kept = evidence::keep(evidence, &name)
                .map_or(status.to_string(), |kept| format!("{status}; kept in {}", kept.display()));
            let (kind, seed, episode) = (chunk.kind, order.seed, chunk.from);
            tally.find(Find { harm, detail: kept, kind, seed, episode, mutant: 0 });
            chunk.from += 1;
        }
    }
    tally
}

fn start(order: &Order, chunk: &Chunk, evidence: &Path) -> Child {
    let kind = clap::ValueEnum::to_possible_value(&chunk.kind).unwrap();
    Command::new(std::env::current_exe().unwrap())
        .arg("work")
        .arg(kind.get_name())
        .args([order.seed, chunk.from, chunk.until].map(|number| number.to_string()))
        .arg(evidence)
        .stdout(Stdio::piped())
        .spawn()
        .expect("a process of our own")
}

fn lines(stdout: ChildStdout) -> mpsc::Receiver<String> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            if sender.send(line).is_err() {
                return;
            }
        }
    });
    receiver
}

fn report(order: &Order, tallies: &BTreeMap<Kind, Tally>, time: Duration) {
    let mut total = 0;
    let mut has_failed = tallies.len() < Kind::ALL.len();
    for (kind, tally) in tallies {
        println!("{}", tally.line(*kind));
        let mut reasons: Vec<_> = tally.reasons.iter().collect();
        reasons.sort_by_key(|(_, times)| std::cmp::Reverse(**times));
        let shown = reasons.iter().take(12).map(|(reason, times)| format!("{times} {reason}"));
        println!("    refused: {}", shown.collect::<Vec<_>>().join("; "));
        for find in tally.finds.iter().take(20) {
            let Find { harm, detail, episode, mutant, .. } = find;
            println!("    {harm:?} in episode {episode}, mutant {mutant}: {detail}");
        }
        total += tally.mutants;
        has_failed |= !tally.finds.is_empty();
    }
    let rate = u128::from(total) * 1000 / time.as_millis().max(1);
    println!("==> {total} mutants in {} s, {rate} a second, seed {}", time.as_secs(), order.seed);
    if has_failed {
        println!("==> A message can harm a room; see {}", order.finds.display());
        std::process::exit(1);
    }
}
