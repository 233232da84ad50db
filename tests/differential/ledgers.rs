//! Whether the ledger's sums are those that another language comes to, month by month.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Stdio;

use fastrand::Rng;
use samenspel::entity::ledger_line::{Frequency, Kind, Nature};
use samenspel::ids;
use samenspel::ledger::method::{Line, Month, Year, check, sums};
use serde_json::{Value, json};
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;
use uuid::Uuid;

const LEDGERS: usize = 10_000;
const YEARS: i32 = 5;

/// Lines of some partners, counted from a month on.
struct Ledger {
    begins: Month,
    partners: Vec<Uuid>,
    lines: Vec<Line>,
}

#[tokio::test(flavor = "multi_thread")]
async fn random_ledgers_are_summed_as_in_another_language() {
    let mut random = Rng::with_seed(tests::number("SAMENSPEL_TEST_SEED", 1) as u64);
    let ledgers: Vec<Ledger> = (0..LEDGERS).map(|_| ledger(&mut random)).collect();
    let asked: Vec<String> = ledgers.iter().map(|ledger| ledger.told().to_string()).collect();
    let mut node = Command::new("node")
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("differential/ledgers.mjs"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .expect("Node.js is installed");
    let mut to = node.stdin.take().unwrap();
    let writing = tokio::spawn(async move { to.write_all(asked.join("\n").as_bytes()).await });
    let outcome = node.wait_with_output().await.unwrap();
    writing.await.unwrap().unwrap();
    assert!(outcome.status.success(), "what Node says stands above");
    let answers = String::from_utf8(outcome.stdout).unwrap();
    let answers: Vec<Value> = answers.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), LEDGERS);
    for (ledger, answer) in ledgers.iter().zip(&answers) {
        assert_eq!(ledger.summed(), *answer, "{}", ledger.told());
    }
    println!("{LEDGERS} ledgers, 0 differences");
}

impl Ledger {
    fn told(&self) -> Value {
        let line = |line: &Line| {
            json!({
                "id": line.id, "partner": line.partner, "kind": line.kind, "nature": line.nature,
                "amount": line.amount.map(|amount| amount.to_string()), "frequency": line.frequency,
                "from": line.from.map(|month| month.to_string()), "until": line.until.map(|month| month.to_string()),
                "shares": line.shares.iter().map(|(id, amount)| (id.to_string(), amount.to_string())).collect::<BTreeMap<_, _>>(),
            })
        };
        json!({
            "begins": self.begins.to_string(), "years": YEARS, "partners": self.partners,
            "lines": self.lines.iter().map(line).collect::<Vec<_>>(),
        })
    }

    /// Sums as text: another language may not count as far in numbers.
    fn summed(&self) -> Value {
        let year = |number: i32| {
            let found = sums(&self.lines, &self.partners, Year::after(self.begins, number), self.begins);
            let figures = |of: &samenspel::ledger::method::Figures| {
                [of.money.cost, of.money.benefit, of.money.balance, of.time.cost, of.time.benefit, of.time.balance]
                    .map(|sum| sum.to_string())
            };
            let partners: Vec<_> = self.partners.iter().map(|id| figures(&found.partners[id])).collect();
            json!({ "joint": figures(&found.joint), "partners": partners })
        };
        let checks = check(&self.lines, &self.partners);
        json!({
            "years": (0..YEARS).map(year).collect::<Vec<_>>(),
            "missing": checks.partner_missing, "only_costs": checks.partner_only_costs,
            "unresolved": checks.shares_do_not_add_up,
        })
    }
}

fn ledger(random: &mut Rng) -> Ledger {
    let begins = month(random);
    let partners: Vec<Uuid> = (0..random.usize(2..=6)).map(|_| ids::unordered()).collect();
    let lines = (0..random.usize(0..=12)).map(|_| line(random, &partners)).collect();
    Ledger { begins, partners, lines }
}

/// In ten years around the one in which ledgers begin.
fn month(random: &mut Rng) -> Month {
    Month::read(&format!("{}-{:02}", random.u32(2024..2034), random.u32(1..=12))).unwrap()
}

fn line(random: &mut Rng, partners: &[Uuid]) -> Line {
    let nature = *random.choice(&[Nature::Money, Nature::Money, Nature::Time, Nature::Intangible]).unwrap();
    let partner = random.bool().then(|| partners[random.usize(..partners.len())]);
    // Some are as large as they may be.
    let largest = *random.choice(&[100, 100_000, 1_000_000_000_000]).unwrap();
    let amount = (nature != Nature::Intangible).then(|| random.i64(1..=largest));
    let (mut shares, mut left) = (BTreeMap::new(), amount.filter(|_| partner.is_none()).unwrap_or(0));
    for id in partners {
        if left > 0 && random.u8(..5) > 0 {
            let share = if random.bool() { left } else { random.i64(1..=left) };
            shares.insert(*id, share);
            left -= share;
        }
    }
    let from = random.bool().then(|| month(random));
    let until = random.bool().then(|| month(random)).filter(|until| from.is_none_or(|from| *until >= from));
    let frequency = *random.choice(&[Frequency::Once, Frequency::Monthly, Frequency::Yearly]).unwrap();
    Line {
        id: ids::unordered(),
        partner,
        kind: *random.choice(&[Kind::Cost, Kind::Benefit]).unwrap(),
        nature,
        amount,
        frequency,
        from,
        until: until.filter(|_| frequency != Frequency::Once),
        shares,
    }
}
