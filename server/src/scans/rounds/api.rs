//! What goes over the line about rounds.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

use super::calendar::Proposal;
use super::counting::{CellCounts, Counts};
use super::opening::Settings;
use crate::entity::scan_round::{self, Kind, Mode, Status};
use crate::scans::error::ScanError;
use crate::scans::method::Cell;

/// The rounds of a partnership.
#[derive(Serialize, ToSchema)]
pub(super) struct ScanList {
    /// The latest first.
    pub(super) items: Vec<Scan>,
    /// Always null: a partnership looks back some times a year.
    #[schema(required)]
    pub(super) next: Option<String>,
    /// What to plan next.
    pub(super) proposals: Vec<ScanProposal>,
}

/// A moment at which a partnership looks back.
#[derive(Serialize, ToSchema)]
pub(super) struct Scan {
    id: Uuid,
    kind: Kind,
    state: ScanState,
    planned_for: NaiveDate,
    /// Null before it is opened; fixed then.
    #[schema(required)]
    mode: Option<Mode>,
    /// The fewest people of whom anything is shown: 3 or 5; null before it is opened, fixed then.
    #[schema(required)]
    floor: Option<i16>,
    /// Which of its kind it is in the partnership, from 1; null before it is opened.
    #[schema(required)]
    number: Option<i32>,
    /// What is asked, in the order of the instrument; before it is opened, what would be asked now.
    statements: Vec<String>,
    #[schema(required)]
    opened_at: Option<DateTime<Utc>>,
    #[schema(required)]
    closes_at: Option<DateTime<Utc>>,
    #[schema(required)]
    closed_at: Option<DateTime<Utc>>,
    /// Whether observers see the report.
    shared: bool,
    /// The board on which is noted what was said about the report; null before there is one, and for who may not see
    /// that board.
    #[schema(required)]
    conversation: Option<Uuid>,
    /// What it asks of whoever reads this.
    mine: OwnPart,
    /// How many answered; for leads, from when it is opened.
    #[schema(required)]
    counts: Option<ScanCounts>,
}

/// How far a round came.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(super) enum ScanState {
    /// Nobody is asked yet.
    Planned,
    /// People answer.
    Open,
    /// Its time is over; the last answers come in, for less than a minute.
    Closing,
    /// It is reported.
    Closed,
}

/// What a round asks of somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ScanOwnPart)]
pub(super) enum OwnPart {
    /// Nothing.
    NotAsked,
    /// Their answer.
    Asked,
    /// Nothing more: they sent. When, and what, is not known.
    Sent,
}

/// How many were asked and answered.
#[derive(Serialize, ToSchema)]
pub(super) struct ScanCounts {
    invited: usize,
    sent: usize,
    /// The same by partner. Partners of whom few people were asked are counted together.
    partners: Vec<PartnerCounts>,
}

/// The same of one partner, or of several.
#[derive(Serialize, ToSchema)]
pub(super) struct PartnerCounts {
    #[schema(value_type = Vec<Uuid>)]
    partners: Cell,
    invited: usize,
    sent: usize,
}

/// What to plan next.
#[derive(Serialize, ToSchema)]
pub(super) struct ScanProposal {
    kind: Kind,
    planned_for: NaiveDate,
}

/// A round that is to be planned.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct NewScan {
    pub(super) kind: Kind,
    /// The day on which a lead means to open it.
    pub(super) planned_for: NaiveDate,
}

/// What is changed of a round; what is left out stays as it is.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ScanChanges {
    /// Another day, before it is opened.
    pub(super) planned_for: Option<NaiveDate>,
    /// Whether observers see its report.
    pub(super) shared: Option<bool>,
}

/// How a round is asked and shown; fixed for good.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ScanOpening)]
pub(super) struct Opening {
    mode: Mode,
    /// The fewest people of whom anything is shown: 3 or 5.
    #[serde(default = "three")]
    #[schema(default = 3)]
    floor: u8,
    /// For how many days it is open, from 1 to 60.
    #[schema(minimum = 1, maximum = 60)]
    days: u8,
}

fn three() -> u8 {
    3
}

impl Opening {
    pub(super) fn read(&self) -> Result<Settings, ScanError> {
        if ![3, 5].contains(&self.floor) {
            return Err(ScanError::refused("floor", "invalid"));
        }
        if !(1..=60).contains(&self.days) {
            return Err(ScanError::refused("days", "invalid"));
        }
        Ok(Settings { mode: self.mode, floor: self.floor, days: self.days })
    }
}

/// What somebody sees of a round that others may see otherwise.
#[derive(Clone, Debug)]
pub(super) struct Seen {
    /// What it asks of them.
    pub(super) part: OwnPart,
    /// How many answered.
    pub(super) counts: Option<Counts>,
    /// Whether they take part in the conversation about it.
    pub(super) conversation: bool,
}

impl Scan {
    pub(super) fn new(round: &scan_round::Model, statements: Vec<String>, seen: Seen, now: DateTime<Utc>) -> Self {
        Self {
            id: round.id,
            kind: round.kind,
            state: ScanState::of(round, now),
            planned_for: round.planned_for,
            mode: round.mode,
            floor: round.floor,
            number: round.number,
            statements,
            opened_at: round.opened_at,
            closes_at: round.closes_at,
            closed_at: round.closed_at,
            shared: round.shared,
            conversation: round.conversation_id.filter(|_| seen.conversation),
            mine: seen.part,
            counts: seen.counts.map(ScanCounts::from),
        }
    }
}

impl ScanState {
    fn of(round: &scan_round::Model, now: DateTime<Utc>) -> Self {
        match round.status {
            Status::Planned => Self::Planned,
            Status::Open if round.closes_at.is_some_and(|closes_at| closes_at <= now) => Self::Closing,
            Status::Open => Self::Open,
            Status::Closed => Self::Closed,
        }
    }
}

impl From<Counts> for ScanCounts {
    fn from(counts: Counts) -> Self {
        let of_cell = |CellCounts { partners, invited, sent }| PartnerCounts { partners, invited, sent };
        Self {
            invited: counts.invited,
            sent: counts.sent,
            partners: counts.cells.into_iter().map(of_cell).collect(),
        }
    }
}

impl From<Proposal> for ScanProposal {
    fn from(proposal: Proposal) -> Self {
        Self { kind: proposal.kind, planned_for: proposal.on }
    }
}
