//! A round is opened: who is asked, what, and how it will be shown is fixed for good.

use std::collections::BTreeSet;

use chrono::Days;
use serde_json::json;
use uuid::Uuid;

use super::counting::invited_per_partner;
use crate::access::Action;
use crate::accounts::Client;
use crate::app::App;
use crate::entity::scan_invitation;
use crate::entity::scan_round::{self, Kind, Mode, Status};
use crate::ids;
use crate::notifications::Kind as Told;
use crate::partnerships::{self, Desk, Membership, Present};
use crate::scans::desk::{close_about, round};
use crate::scans::error::ScanError;
use crate::scans::improvements::running_factors;
use crate::scans::instrument::{self, Factor, Statement};
use crate::scans::method::{Marks, Showing, pulse};
use crate::scans::store;
use crate::scans::telling::notice;

/// How a round is asked and shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Settings {
    pub(super) mode: Mode,
    /// The fewest people of whom anything is shown: 3 or 5.
    pub(super) floor: u8,
    /// For how many days it is open, from 1 to 60.
    pub(super) days: u8,
}

/// How long a secret is with which ballots are signed, in bytes.
const SECRET: usize = 32;

/// Opens a planned round, and asks everybody who acts for a partner; in the name of partners, those who speak for one.
pub(super) async fn open(
    app: &App,
    me: &Membership,
    client: &Client,
    id: Uuid,
    settings: Settings,
) -> Result<(), ScanError> {
    let mut desk = Desk::open(app, me, client, Action::RunScans).await?;
    let round = round(&desk, id).await?;
    if round.status != Status::Planned {
        return Err(ScanError::OpenedBefore);
    }
    let db = &desk.transaction;
    let rounds = store::rounds(db, &desk.me).await?;
    if rounds.iter().any(|round| round.status == Status::Open) {
        return Err(ScanError::AnotherIsOpen);
    }
    let everybody = partnerships::everybody_in(db, me.partnership_id).await?;
    let asked = asked(settings.mode, &everybody);
    if !is_worth_asking(settings, &asked) {
        return Err(ScanError::TooFewPeople);
    }
    let now = app.clock.now();
    let running = running_factors(db, &desk.me).await?;
    let number = next_number(&rounds, round.kind);
    let opened = scan_round::Model {
        status: Status::Open,
        mode: Some(settings.mode),
        floor: Some(settings.floor.into()),
        number: Some(number),
        statements: Some(serde_json::to_string(&statements(round.kind, number, &running))?),
        instrument: Some(instrument::VERSION),
        secret: Some(ids::secret::<SECRET>().to_vec()),
        opened_at: Some(now),
        closes_at: Some(now + Days::new(settings.days.into())),
        ..round
    };
    store::put_round(db, opened.clone()).await?;
    if settings.mode == Mode::Anonymous {
        store::invite(db, asked.iter().map(|&(account, partner)| invitation(id, account, partner)).collect())
            .await?;
    }
    let accounts: Vec<Uuid> = asked.iter().map(|&(account, _)| account).collect();
    desk.tell(&accounts, notice(Told::ScanOpened, &opened)).await?;
    let data = json!({ "mode": settings.mode, "floor": settings.floor, "days": settings.days, "number": number });
    close_about(desk, &opened, "scan.opened", data).await
}

/// Which number the next round of a kind has, after all of a partnership.
pub(super) fn next_number(rounds: &[scan_round::Model], kind: Kind) -> i32 {
    let numbers = rounds.iter().filter(|round| round.kind == kind).filter_map(|round| round.number);
    numbers.max().unwrap_or_default() + 1
}

/// What is asked in the `number`th round of its kind; in a pulse, what is being improved first.
pub(super) fn statements(kind: Kind, number: i32, running: &BTreeSet<Factor>) -> Vec<Statement> {
    match kind {
        Kind::Scan => Statement::of_full_scan(),
        // The first one is the first of the rotation.
        Kind::Pulse => pulse(usize::try_from(number - 1).unwrap_or_default(), running),
    }
}

/// Who is asked, and for which partner they answer.
fn asked(mode: Mode, everybody: &[Present]) -> Vec<(Uuid, Uuid)> {
    let answers = |present: &&Present| mode == Mode::Anonymous || present.mandated;
    let acting = everybody.iter().filter(answers);
    acting.filter_map(|present| Some((present.account_id, present.partner_id?))).collect()
}

/// Whether anything could be shown if everybody answered.
fn is_worth_asking(settings: Settings, asked: &[(Uuid, Uuid)]) -> bool {
    let showing = match settings.mode {
        Mode::Anonymous => Showing::InCellsOf(settings.floor.into()),
        Mode::PartnerVoice => Showing::Openly,
    };
    let asked = invited_per_partner(asked.iter().map(|&(_, partner)| partner));
    // Whether there are cells does not depend on which partners are in them.
    showing.cells(&asked, &Marks::new()).is_some()
}

fn invitation(round_id: Uuid, account_id: Uuid, partner_id: Uuid) -> scan_invitation::Model {
    scan_invitation::Model { round_id, id: ids::unordered(), account_id, partner_id, sent: false, commitment: None }
}
