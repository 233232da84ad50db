//! Who writes where: put into the database before the server starts, because no API makes partnerships yet.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use samenspel::access::Role;
use samenspel::accounts::{Password, hash_password};
use samenspel::boards::{BoardLog, Kind};
use samenspel::clock::{Clock as _, SystemClock};
use samenspel::database::Database;
use samenspel::entity::{account, board, membership, organisation, partner, partnership};
use samenspel::ids;
use samenspel::realtime::{Append, Appended, LogStore as _, Row};
use sea_orm::{ActiveModelTrait as _, ConnectOptions, ConnectionTrait as _, DatabaseTransaction, Set};
use uuid::Uuid;

/// Everybody's.
pub(crate) const PASSWORD: &str = "een lange zin voor de proef";

/// How many people there are; all of them may write on every board.
pub(crate) const PEOPLE: usize = 100;

/// A database with people and empty boards in it. It goes with this value.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) database_url: String,
    /// Empty canvases.
    pub(crate) boards: Vec<Uuid>,
    accounts: Vec<Uuid>,
    folder: Option<PathBuf>,
}

/// How person `person` signs in.
pub(crate) fn email(person: usize) -> String {
    format!("person-{person}@bench.example")
}

impl World {
    /// On SQLite, in a temporary folder.
    pub(crate) async fn on_sqlite(boards: usize) -> Self {
        let folder = std::env::temp_dir().join(format!("samenspel-bench-{}", ids::unordered().simple()));
        std::fs::create_dir(&folder).expect("a temporary folder");
        let url = format!("sqlite:{}/samenspel.db", folder.display());
        let mut world = Self::fill(url, boards).await;
        world.folder = Some(folder);
        world
    }

    /// On a PostgreSQL server that is thrown away afterwards.
    pub(crate) async fn on_postgres(server: &str, boards: usize) -> Self {
        let name = format!("bench_{}", ids::unordered().simple());
        let connection = sea_orm::Database::connect(ConnectOptions::new(server)).await.expect("PostgreSQL answers");
        let made = connection.execute_unprepared(&format!("CREATE DATABASE {name}")).await;
        made.expect("a database can be made");
        connection.close().await.expect("a connection can be closed");
        let mut url = url::Url::parse(server).expect("SAMENSPEL_TEST_POSTGRES is an address");
        url.set_path(&name);
        Self::fill(url.into(), boards).await
    }

    async fn fill(database_url: String, boards: usize) -> Self {
        let database = Database::open(&database_url).await.expect("a database that can be migrated");
        let password = Password::known(PASSWORD.to_owned());
        let hash = hash_password(password).await.expect("a hash");
        let transaction = database.begin().await.expect("a transaction");
        let now = SystemClock.now();
        let place = add_partnership(&transaction, now).await;
        let mut accounts = Vec::new();
        for person in 0..PEOPLE {
            accounts.push(add_person(&transaction, &place, person, &hash, now).await);
        }
        let mut ids = Vec::new();
        for _ in 0..boards {
            ids.push(add_board(&transaction, place.partnership, now).await);
        }
        transaction.commit().await.expect("a commit");
        database.close().await.expect("a database can be closed");
        Self { database_url, boards: ids, accounts, folder: None }
    }

    /// Puts updates into the log of a board, each written by one of the people.
    pub(crate) async fn write(&self, board: Uuid, updates: Vec<(usize, Vec<u8>)>) {
        let database = Database::open(&self.database_url).await.expect("the database");
        let log = BoardLog::new(database.clone(), Arc::new(SystemClock));
        let row =
            |(person, update): (usize, Vec<u8>)| Row { author: self.accounts[person], payload: update.into() };
        let append = Append { board, after: 0, rows: updates.into_iter().map(row).collect() };
        let appended = log.append(&[append]).await.expect("the log takes it");
        assert!(matches!(appended[..], [Appended::Stored { .. }]), "{appended:?}");
        database.close().await.expect("a database can be closed");
    }
}

impl Drop for World {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

struct Place {
    organisation: Uuid,
    partnership: Uuid,
    partner: Uuid,
}

async fn add_partnership(transaction: &DatabaseTransaction, now: DateTime<Utc>) -> Place {
    let organisation = organisation::ActiveModel {
        id: Set(ids::ordered()),
        name: Set("Proefbank".into()),
        name_key: Set("proefbank".into()),
        created_at: Set(now),
        status: Set(organisation::Status::Active),
    };
    let organisation = organisation.insert(transaction).await.expect("an organisation").id;
    let partnership = partnership::ActiveModel {
        id: Set(ids::ordered()),
        name: Set("Drukte".into()),
        challenge: Set("Hoeveel kan de server aan?".into()),
        status: Set(partnership::Status::Active),
        phase: Set("signal".into()),
        created_at: Set(now),
    };
    let partnership = partnership.insert(transaction).await.expect("a partnership").id;
    let partner = partner::ActiveModel {
        id: Set(ids::ordered()),
        partnership_id: Set(partnership),
        organisation_id: Set(organisation),
        mark: Set(1),
        status: Set(partner::Status::Active),
        created_at: Set(now),
        invited_by: Set(None),
        invited_name: Set(None),
        joined_at: Set(Some(now)),
    };
    let partner = partner.insert(transaction).await.expect("a partner").id;
    Place { organisation, partnership, partner }
}

async fn add_person(
    transaction: &DatabaseTransaction,
    place: &Place,
    person: usize,
    hash: &str,
    now: DateTime<Utc>,
) -> Uuid {
    let account = account::ActiveModel {
        id: Set(ids::ordered()),
        organisation_id: Set(Some(place.organisation)),
        email: Set(email(person)),
        email_key: Set(email(person)),
        name: Set(format!("Person {person}")),
        name_key: Set(format!("person {person}")),
        password_hash: Set(Some(hash.to_owned())),
        platform_admin: Set(false),
        organisation_admin: Set(false),
        deactivated_at: Set(None),
        created_at: Set(now),
        language: Set(account::Language::Nl),
        verified_at: Set(Some(now)),
        suspended_at: Set(None),
    };
    let account = account.insert(transaction).await.expect("an account").id;
    let membership = membership::ActiveModel {
        id: Set(ids::ordered()),
        partnership_id: Set(place.partnership),
        account_id: Set(account),
        partner_id: Set(Some(place.partner)),
        role: Set(Role::Member),
        mandated: Set(false),
        created_at: Set(now),
        left_at: Set(None),
    };
    membership.insert(transaction).await.expect("a membership");
    account
}

async fn add_board(transaction: &DatabaseTransaction, partnership: Uuid, now: DateTime<Utc>) -> Uuid {
    let board = board::ActiveModel {
        id: Set(ids::ordered()),
        partnership_id: Set(partnership),
        kind: Set(Kind::Canvas.id().to_owned()),
        title: Set(Kind::Canvas.title().to_owned()),
        last_seq: Set(0),
        created_at: Set(now),
        // Of several canvases only one could count.
        is_current: Set(false),
        ..Default::default()
    };
    board.insert(transaction).await.expect("a board").id
}
