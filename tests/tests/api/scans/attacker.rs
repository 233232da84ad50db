//! Somebody holds the whole database, knows who was asked, and wants to know who answered what.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use samenspel::ids;
use sea_orm::{ConnectionTrait as _, DbBackend, Statement, TryGetable};
use serde_json::{Value, json};
use tests::{Person, Process, World, eventually};

use super::{Crowd, anonymous, cast, choice, close, opened, send};

/// How many people of one partner answer.
const PEOPLE: usize = 40;
/// The answers of everybody tell who they are: to those who know.
const STATEMENTS: [&str; 6] =
    ["felt_urgency.b", "strategy_approach.b", "voiced_interests.b", "monitoring_reflection.b", "effort", "yield"];

/// A row as somebody sees it who reads the file: what it holds, in which transaction it was written, and where it stands.
#[derive(Clone, Debug)]
struct Row {
    /// Which person, or which answer.
    what: String,
    /// The transaction that wrote it; nothing where the database does not keep that.
    written_by: Option<i64>,
    /// Its place among the rows of its table.
    place: usize,
    /// Its id.
    id: Vec<u8>,
}

/// Reads a table as it lies there.
async fn rows(world: &World, table: &str, what: &str, id: &str, only: &str) -> Vec<Row> {
    let database = world.server.app().database.reader();
    let is_postgres = database.get_database_backend() == DbBackend::Postgres;
    let (transaction, order) =
        if is_postgres { ("xmin::text::bigint", "ORDER BY ctid") } else { ("CAST(NULL AS BIGINT)", "") };
    let sql = format!("SELECT {what} AS what, {transaction} AS written_by, {id} AS id FROM {table} {only} {order}");
    let found = database.query_all_raw(Statement::from_string(database.get_database_backend(), sql)).await.unwrap();
    let row = |(place, row): (usize, sea_orm::QueryResult)| Row {
        what: String::try_get(&row, "", "what").unwrap(),
        written_by: Option::<i64>::try_get(&row, "", "written_by").unwrap(),
        place,
        id: uuid::Uuid::try_get(&row, "", "id").map(|id| id.as_bytes().to_vec()).unwrap(),
    };
    found.into_iter().enumerate().map(row).collect()
}

/// Pairs of a person and an answer that were written by one transaction that wrote no other.
fn by_transaction(people: &[Row], answers: &[Row]) -> Vec<(String, String)> {
    let alone = |rows: &[Row]| -> BTreeMap<i64, String> {
        let mut alone = BTreeMap::new();
        let mut several = BTreeSet::new();
        for row in rows.iter().filter(|row| row.written_by.is_some()) {
            if alone.insert(row.written_by.unwrap(), row.what.clone()).is_some() {
                several.insert(row.written_by.unwrap());
            }
        }
        alone.retain(|by, _| !several.contains(by));
        alone
    };
    let (people, answers) = (alone(people), alone(answers));
    people.into_iter().filter_map(|(by, person)| Some((person, answers.get(&by)?.clone()))).collect()
}

/// Pairs by the order in which each was written, where every row has a transaction of its own.
fn by_order_of_transactions(people: &[Row], answers: &[Row]) -> Vec<(String, String)> {
    let ordered = |rows: &[Row]| -> Option<Vec<String>> {
        let by: BTreeMap<i64, String> =
            rows.iter().map(|row| Some((row.written_by?, row.what.clone()))).collect::<Option<_>>()?;
        (by.len() == rows.len()).then(|| by.into_values().collect())
    };
    match (ordered(people), ordered(answers)) {
        (Some(people), Some(answers)) => people.into_iter().zip(answers).collect(),
        _ => Vec::new(),
    }
}

/// How far one order tells the other: Spearman's rank correlation, from -1 to 1.
fn correlation(truth: &BTreeMap<String, usize>, rows: &[Row], key: impl Fn(&Row) -> Vec<u8>) -> f64 {
    let mut rows: Vec<&Row> = rows.iter().collect();
    rows.sort_by_key(|row| key(row));
    let n = number(rows.len());
    let squares: f64 =
        rows.iter().enumerate().map(|(place, row)| (number(place) - number(truth[&row.what])).powi(2)).sum();
    1.0 - 6.0 * squares / (n * (n * n - 1.0))
}

fn number(of: usize) -> f64 {
    f64::from(u32::try_from(of).unwrap())
}

fn linked(pairs: &[(String, String)], truth: &BTreeMap<String, String>) -> usize {
    pairs.iter().filter(|(person, answer)| truth.get(person) == Some(answer)).count()
}

/// Answers that only this person gives.
fn response(number: usize) -> Value {
    let mut left = number;
    let answers = STATEMENTS.map(|id| {
        let answer = left % 5 + 1;
        left /= 5;
        (id, answer)
    });
    json!({ "answers": answers.into_iter().collect::<BTreeMap<_, _>>() })
}

/// As it is kept.
fn kept(response: &Value) -> String {
    let mut text = String::new();
    for id in STATEMENTS {
        write!(text, "{}", response["answers"][id]).unwrap();
    }
    text
}

/// The same of what stands in a row.
fn with_answers(rows: Vec<Row>) -> Vec<Row> {
    rows.into_iter().map(|row| Row { what: kept(&serde_json::from_str(&row.what).unwrap()), ..row }).collect()
}

#[tokio::test]
async fn of_forty_people_none_can_be_linked_to_an_answer() {
    let world = World::start().await;
    let crowd = Crowd::gather(&world, [("lead", 1), ("member", PEOPLE), ("third", 1)]).await;
    let round = opened(&world, crowd.lead(), "pulse", anonymous()).await;
    let mut people: Vec<&Person> = crowd.of["member"].iter().collect();
    // In an order that is known from nothing else, as when they joined.
    people.sort_by_cached_key(|_| ids::unordered());
    let mut truth = BTreeMap::new();
    let (mut order_of_people, mut order_of_answers) = (BTreeMap::new(), BTreeMap::new());
    // One after the other and each at once: the attacker could not wish for more.
    for (number, person) in people.iter().enumerate() {
        let response = response(number + 7);
        let ballot = send(person, &round, &choice()).await.expect(200);
        cast(&world, ballot["ballot"].as_str().unwrap(), &response).await.expect(204);
        truth.insert(person.id().to_owned(), kept(&response));
        order_of_people.insert(person.id().to_owned(), number);
        order_of_answers.insert(kept(&response), number);
    }
    assert_eq!(order_of_answers.len(), PEOPLE);
    for when in ["while it is open", "when it is closed"] {
        let account = if world.server.app().database.reader().get_database_backend() == DbBackend::Postgres {
            "account_id::text"
        } else {
            "lower(substr(hex(account_id),1,8)||'-'||substr(hex(account_id),9,4)||'-'||substr(hex(account_id),13,4)\
             ||'-'||substr(hex(account_id),17,4)||'-'||substr(hex(account_id),21))"
        };
        let asked: Vec<Row> = rows(&world, "scan_invitation", account, "id", "")
            .await
            .into_iter()
            .filter(|row| truth.contains_key(&row.what))
            .collect();
        let answered = with_answers(rows(&world, "scan_response", "answers", "id", "").await);
        assert_eq!((asked.len(), answered.len()), (PEOPLE, PEOPLE), "{when}");
        let pairs = [by_transaction(&asked, &answered), by_order_of_transactions(&asked, &answered)];
        let links: usize = pairs.iter().map(|pairs| linked(pairs, &truth)).sum();
        println!("{when}: {links} of {PEOPLE} linked by transactions");
        assert_eq!(links, 0, "{when}");
        // An order that told anything would be near 1 or -1. By chance it is beyond 0.65 once in 250,000 times.
        for (name, found) in [
            ("answers by place", correlation(&order_of_answers, &answered, |row| row.place.to_be_bytes().to_vec())),
            ("answers by id", correlation(&order_of_answers, &answered, |row| row.id.clone())),
            (
                "answers by transaction",
                correlation(&order_of_answers, &answered, |row| {
                    [row.written_by.unwrap_or_default().to_be_bytes().to_vec(), row.id.clone()].concat()
                }),
            ),
            ("people by place", correlation(&order_of_people, &asked, |row| row.place.to_be_bytes().to_vec())),
            ("people by id", correlation(&order_of_people, &asked, |row| row.id.clone())),
            (
                "people by transaction",
                correlation(&order_of_people, &asked, |row| {
                    [row.written_by.unwrap_or_default().to_be_bytes().to_vec(), row.id.clone()].concat()
                }),
            ),
        ] {
            println!("{when}: {name} tells {found:.2} of the order in which people answered");
            assert!(found.abs() < 0.65, "{when}: {name} tells the order: {found}");
        }
        if when == "while it is open" {
            close(crowd.lead(), &round).await;
        }
    }
    nothing_but_what_is_needed_is_kept(&world).await;
}

/// No time, no account, and nothing of the ballots stands with the answers.
async fn nothing_but_what_is_needed_is_kept(world: &World) {
    let database = world.server.app().database.reader();
    let backend = database.get_database_backend();
    let count = async |sql: &str| -> i64 {
        let row = database.query_one_raw(Statement::from_string(backend, sql.to_owned())).await.unwrap().unwrap();
        row.try_get("", "n").unwrap()
    };
    assert_eq!(count("SELECT count(*) AS n FROM scan_ballot_used").await, 0);
    assert_eq!(count("SELECT count(*) AS n FROM scan_invitation WHERE commitment IS NOT NULL").await, 0);
    assert_eq!(count("SELECT count(*) AS n FROM scan_round WHERE secret IS NOT NULL").await, 0);
    assert_eq!(count("SELECT count(*) AS n FROM scan_response WHERE words IS NOT NULL").await, 0);
    let columns = if backend == DbBackend::Postgres {
        "SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'scan_response'"
    } else {
        "SELECT name FROM pragma_table_info('scan_response')"
    };
    let found = database.query_all_raw(Statement::from_string(backend, columns.to_owned())).await.unwrap();
    let names: BTreeSet<String> = found.iter().map(|row| row.try_get("", "name").unwrap()).collect();
    assert_eq!(names, ["answers", "id", "partner_id", "round_id", "words"].map(ToOwned::to_owned).into());
}

/// The attacker is worth something: had both been written in one transaction each, in the order in which people came,
/// everybody would be found.
#[tokio::test]
async fn an_attacker_finds_everybody_where_it_is_written_at_once() {
    let world = World::start().await;
    let app = world.server.app();
    let transaction = app.database.begin().await.unwrap();
    for table in ["naive_person", "naive_answer"] {
        transaction.execute_unprepared(&format!("CREATE TABLE {table} (what TEXT, id INTEGER)")).await.unwrap();
    }
    transaction.commit().await.unwrap();
    let (mut order, mut truth) = (BTreeMap::new(), BTreeMap::new());
    for number in 0..PEOPLE {
        let (person, answer) = (format!("person {number}"), kept(&response(number)));
        let transaction = app.database.begin().await.unwrap();
        for (table, what) in [("naive_person", &person), ("naive_answer", &answer)] {
            let insert = format!("INSERT INTO {table} VALUES ('{what}', {number})");
            transaction.execute_unprepared(&insert).await.unwrap();
        }
        transaction.commit().await.unwrap();
        order.insert(answer.clone(), number);
        truth.insert(person, answer);
    }
    let nil = if app.database.reader().get_database_backend() == DbBackend::Postgres {
        "'00000000-0000-0000-0000-000000000000'::uuid"
    } else {
        "zeroblob(16)"
    };
    let people = rows(&world, "naive_person", "what", nil, "").await;
    let answers = rows(&world, "naive_answer", "what", nil, "").await;
    let told = correlation(&order, &answers, |row| row.place.to_be_bytes().to_vec());
    assert!(told > 0.999, "{told}");
    if app.database.reader().get_database_backend() == DbBackend::Postgres {
        assert_eq!(linked(&by_transaction(&people, &answers), &truth), PEOPLE);
        assert_eq!(linked(&by_order_of_transactions(&people, &answers), &truth), PEOPLE);
    }
}

#[tokio::test]
async fn nothing_of_the_second_step_is_logged() {
    let process = Process::start_saying("debug").await;
    let nobody = Person::at(process.address());
    let body = json!({ "ballot": "guessed", "response": response(1) });
    nobody.post("/api/v1/ballots", &body).await.expect_problem(403, "no_ballot");
    nobody.get("/api/v1/me").await.expect_problem(401, "unauthenticated");
    let logged = async || Some(process.log()).filter(|log| log.contains("/api/v1/me"));
    let log = eventually("other requests are logged", logged).await;
    assert!(!log.contains("ballot"), "{log}");
}
