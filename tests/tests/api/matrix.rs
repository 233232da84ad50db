//! Who may do what: every route, for everybody, in their own partnership, in another, and in one that does not exist.
//!
//! The routes come from the description of the API, so a new one without a row in [`requests`] fails. What each cell
//! answers is in the snapshot beside this file; a change of it is a change of somebody's rights, and is reviewed so.

mod laid_down;
mod requests;
mod sharing;

use std::fmt::Write as _;

use chrono::{DateTime, Days, NaiveDate, Utc};
use samenspel::accounts::{self, EmailAddress, Invitee};
use samenspel::clock::{Clock as _, SystemClock};
use samenspel::entity::{account, organisation};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _};
use tests::{BellHearing, Boards, Hearing, Pass, Peer, Person, Reply, World, writing};

use self::laid_down::{lay_down_in_foreign, lay_down_what_it_names, names_what_was_said};
use self::requests::Route;
pub(crate) use self::requests::routes;

/// Everybody there is. A mandated member is one who may speak for their partner.
const ACTORS: &[(&str, Option<&str>)] = &[
    ("signed out", None),
    ("platform admin", Some("admin")),
    ("organisation admin", Some("orgadmin")),
    ("lead", Some("lead")),
    ("member", Some("plain")),
    ("mandated", Some("member")),
    ("observer", Some("observer")),
    ("outsider", Some("outsider")),
];

/// A card, a role and a value that are there for whoever changes or removes them.
const ENTRY: &str = "00000000-0000-4000-8000-0000000000e7";
const NOWHERE: &str = "00000000-0000-7000-8000-000000000000";

/// A day that is to come.
fn next_month() -> NaiveDate {
    SystemClock.now().date_naive() + Days::new(30)
}

#[tokio::test]
async fn everybody_may_do_what_the_table_says_and_nothing_else() {
    let world = World::start().await;
    world.add_plain_member().await;
    let places = Places { organisations: organisations(&world).await, world };
    let world = &places.world;
    let mut people = everybody(world).await;
    let mut table = String::new();
    for route in routes() {
        let path = &route.path;
        writeln!(table, "{} {path}", route.method).unwrap();
        for (actor, person, name) in &people {
            // Some routes end what somebody came with, so everybody comes anew.
            let ends = path.starts_with("/api/v1/sessions");
            let person = if ends || keeps_out(path) { &sign_in(world, *name).await } else { person };
            let cells = row(&places, &people, &route, person, *name).await;
            writeln!(table, "  {actor:18} {cells}").unwrap();
            if keeps_out(path) {
                let_everybody_in(world).await;
            }
        }
        if keeps_out(path) || path.starts_with("/api/v1/sessions") {
            people = everybody(world).await;
        }
    }
    insta::assert_snapshot!(table);
}

/// What the addresses name.
struct Places {
    world: World,
    /// That of the organisation admin, and that of the outsider.
    organisations: [Organisation; 2],
}

/// An organisation, and somebody in it who is none of [`ACTORS`].
struct Organisation {
    id: String,
    account: String,
}

/// Everybody, signed in: what they are, and by what name they come.
type People = Vec<(&'static str, Person, Option<&'static str>)>;

async fn everybody(world: &World) -> People {
    let mut people = Vec::new();
    for (actor, name) in ACTORS {
        people.push((*actor, sign_in(world, *name).await, *name));
    }
    people
}

/// Somebody who lays down what addresses name.
fn somebody<'a>(people: &'a People, name: &str) -> &'a Person {
    people.iter().find(|(.., known)| *known == Some(name)).map(|(_, person, _)| person).expect("everybody is here")
}

async fn organisations(world: &World) -> [Organisation; 2] {
    let app = world.server.app();
    let mut found = Vec::new();
    for name in ["orgadmin", "outsider"] {
        let someone = account::Entity::find().filter(account::Column::EmailKey.eq(format!("{name}@demo.example")));
        let someone = someone.one(app.database.reader()).await.unwrap().unwrap();
        let transaction = app.database.begin().await.unwrap();
        let invitee = Invitee {
            organisation_id: someone.organisation_id,
            email: EmailAddress::parse(&format!("collega.van.{name}@demo.example")).unwrap(),
            name: "Een Collega".into(),
            language: account::Language::Nl,
            organisation_admin: false,
        };
        let colleague = accounts::invite(app, &transaction, invitee, "iets").await.unwrap();
        transaction.commit().await.unwrap();
        let id = someone.organisation_id.unwrap().to_string();
        found.push(Organisation { id, account: colleague.to_string() });
    }
    found.try_into().ok().expect("two")
}

/// Whether a route ends the sessions of others.
fn keeps_out(path: &str) -> bool {
    path.ends_with("/suspend") || path.ends_with("/deactivate")
}

async fn let_everybody_in(world: &World) {
    let transaction = world.server.app().database.begin().await.unwrap();
    organisation::Entity::update_many()
        .col_expr(organisation::Column::Status, Expr::value(organisation::Status::Active))
        .exec(&transaction)
        .await
        .unwrap();
    account::Entity::update_many()
        .col_expr(account::Column::SuspendedAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(account::Column::DeactivatedAt, Expr::value(None::<DateTime<Utc>>))
        .exec(&transaction)
        .await
        .unwrap();
    transaction.commit().await.unwrap();
}

pub(crate) async fn sign_in(world: &World, name: Option<&str>) -> Person {
    match name {
        Some(name) => world.person(name).await,
        None => Person::nobody(&world.server),
    }
}

/// What one person is answered: one cell where the address names nothing, else own, foreign and random.
async fn row(places: &Places, people: &People, route: &Route, person: &Person, name: Option<&str>) -> String {
    let path = route.path.as_str();
    if !path.contains('{') {
        return answer(route, path, person).await.0;
    }
    let (world, [own_organisation, foreign_organisation]) = (&places.world, &places.organisations);
    let entry = lay_down_what_it_names(world, people, path).await;
    let own = fill(path, Some((&world.own, own_organisation)), &entry);
    let (own, own_bytes) = answer(route, &own, person).await;
    let theirs = lay_down_in_foreign(world, people, path).await.unwrap_or_else(|| entry.clone());
    let foreign = fill(path, Some((&world.foreign, foreign_organisation)), &theirs);
    let (foreign, foreign_bytes) = answer(route, &foreign, person).await;
    let (random, random_bytes) = answer(route, &fill(path, None, &entry), person).await;
    // For the outsider it is the other way round: they lead the second partnership.
    let not_theirs = if name == Some("outsider") { own_bytes } else { foreign_bytes };
    // Every organisation is the business of who administers the installation.
    let is_theirs = name == Some("admin") && path.starts_with("/api/v1/organisations");
    assert!(
        is_theirs || not_theirs == random_bytes,
        "{} {path} tells {name:?} that something of others exists: {foreign}, and of nothing: {random}",
        route.method
    );
    format!("own: {own:22} foreign: {foreign:22} random: {random}")
}

/// The cell, and all of the answer that could betray something.
async fn answer(route: &Route, path: &str, person: &Person) -> (String, (u16, Vec<String>, Vec<u8>)) {
    if route.path == "/api/v1/live/{board_id}" {
        let cell = live(person, path.rsplit('/').next().unwrap()).await;
        return (cell.clone(), (0, Vec::new(), cell.into_bytes()));
    }
    if route.path == "/api/v1/partnerships/{id}/events" {
        let cell = events(person, path.split('/').nth(4).unwrap()).await;
        return (cell.clone(), (0, Vec::new(), cell.into_bytes()));
    }
    if route.path == "/api/v1/me/notifications/live" {
        let heard = BellHearing::open(&Pass::of(person)).await;
        let cell = heard.map_or_else(|closed| format!("close {}", closed.code), |_| "hear".into());
        return (cell.clone(), (0, Vec::new(), cell.into_bytes()));
    }
    // Nobody changed since what was just laid down.
    let request = person.request(route.method.clone(), path).header("If-Match", "\"1\"");
    let request = match route.body(person) {
        Some(body) => request.json(&body),
        None => request,
    };
    let reply = Person::send(request).await;
    let headers = reply.headers.iter().filter(|(name, _)| !["date", "x-request-id"].contains(&name.as_str()));
    let mut headers: Vec<_> = headers.map(|(name, value)| format!("{name}: {value:?}")).collect();
    headers.sort_unstable();
    (cell(&reply), (reply.status, headers, reply.body.to_vec()))
}

/// What somebody can do on a board: nothing, read, or write.
async fn live(person: &Person, board: &str) -> String {
    let peer = Peer::open(&Pass::of(person), board).await.expect("it is accepted");
    peer.until("it opens or closes", |seen| seen.synced() || seen.closed().is_some()).await;
    if let Some(closed) = peer.seen().closed() {
        return format!("close {}", closed.code);
    }
    peer.edit(|transaction| writing::push(transaction, "headline", "."));
    let sent = peer.seen().sent();
    let is_answered = |seen: &tests::Seen| seen.acknowledged() >= sent || seen.closed().is_some();
    peer.until("it is acknowledged or refused", is_answered).await;
    match peer.seen().closed() {
        Some(closed) => format!("read, close {}", closed.code),
        None => "read, write".into(),
    }
}

/// Whether somebody hears what happens in a partnership.
async fn events(person: &Person, partnership: &str) -> String {
    match Hearing::open(&Pass::of(person).query(""), partnership).await {
        Ok(_) => "hear".into(),
        Err(closed) => format!("close {}", closed.code),
    }
}

fn cell(reply: &Reply) -> String {
    if reply.status < 400 {
        return reply.status.to_string();
    }
    let (status, code) = reply.problem();
    format!("{status} {code}")
}

/// The address of something in a partnership, or of nothing.
fn fill(path: &str, target: Option<(&Boards, &Organisation)>, entry: &str) -> String {
    let account = target.map_or(NOWHERE, |(_, organisation)| &organisation.account);
    let id = match target {
        None => NOWHERE,
        Some((_, organisation)) if path.starts_with("/api/v1/organisations/") => &organisation.id,
        Some(_) if path.starts_with("/api/v1/sessions/") => NOWHERE,
        Some(_) if names_what_was_said(path) => entry,
        Some((boards, _)) if path.starts_with("/api/v1/partnerships/") => &boards.partnership,
        Some(_) if path.starts_with("/api/v1/me/membership-invitations/") => NOWHERE,
        Some(_) if path.starts_with("/api/v1/me/notifications/") => NOWHERE,
        Some((boards, _)) if path.starts_with("/api/v1/partners/") => &boards.partner,
        Some((boards, _)) if path.starts_with("/api/v1/me/partnership-invitations/") => &boards.partner,
        Some((boards, _)) if path.starts_with("/api/v1/boards/{id}/notes") => &boards.canvas,
        Some((boards, _)) if path.starts_with("/api/v1/boards/{id}/brainstorms") => &boards.canvas,
        Some((boards, _)) if path.starts_with("/api/v1/boards/{id}/roles") => &boards.roles,
        Some((boards, _)) if path.starts_with("/api/v1/boards/{id}/values") => &boards.values,
        Some((boards, _)) if path.starts_with("/api/v1/boards/") || path.starts_with("/api/v1/live/") => {
            &boards.ambition
        }
        Some(_) => panic!("say in matrix.rs what {path} names"),
    };
    let (start, rest) = path.split_once('{').unwrap();
    let end = rest.split_once('}').unwrap().1.replace("{bin_id}", NOWHERE).replace("{invitation_id}", NOWHERE);
    let account = match target {
        Some((boards, _)) if !path.starts_with("/api/v1/organisations/") => &boards.lead,
        _ => account,
    };
    let mut end = end.replace("{account_id}", account);
    end = end.replace("{partner_id}", target.map_or(NOWHERE, |(boards, _)| &boards.partner));
    // Whatever else an address names is what was laid down.
    while let Some((before, (_, after))) =
        end.split_once('{').map(|(before, rest)| (before, rest.split_once('}').unwrap()))
    {
        end = format!("{before}{entry}{after}");
    }
    let query = match path.rsplit('/').next() {
        Some("export") => "?format=json".to_owned(),
        Some("explanation") => format!("?role_id={entry}&account_id={account}"),
        _ => String::new(),
    };
    format!("{start}{id}{end}{query}")
}
