//! How many answered: all that is known of an open round.

use std::collections::BTreeMap;

use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

use crate::entity::scan_round::{self, Mode};
use crate::partnerships;
use crate::scans::method::{Cell, Showing};
use crate::scans::store;

/// How many were asked and answered, over all and by what can be shown apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) invited: usize,
    pub(super) sent: usize,
    pub(super) cells: Vec<CellCounts>,
}

/// The same of one partner, or of several of which few people were asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct CellCounts {
    pub(super) partners: Cell,
    pub(super) invited: usize,
    pub(super) sent: usize,
}

/// What a lead may know.
pub(super) async fn counts(db: &impl ConnectionTrait, round: &scan_round::Model) -> Result<Counts, DbErr> {
    let (invited, sent) = if round.mode == Some(Mode::PartnerVoice) {
        let voices = store::voices(db, [round.id]).await?;
        let spoken = invited_per_partner(voices.iter().map(|voice| voice.partner_id));
        (speaking(db, round).await?, spoken)
    } else {
        let invitations = store::invitations(db, [round.id]).await?;
        let sent = invitations.iter().filter(|invitation| invitation.sent);
        let sent = invited_per_partner(sent.map(|invitation| invitation.partner_id));
        (invited_per_partner(invitations.iter().map(|invitation| invitation.partner_id)), sent)
    };
    let of = |counts: &BTreeMap<Uuid, usize>, cell: &Cell| -> usize {
        cell.iter().filter_map(|partner| counts.get(partner)).sum()
    };
    let marks = partnerships::partner_marks(db, round.partnership_id).await?;
    let cells = Showing::of(round).cells(&invited, &marks).unwrap_or_default().into_iter();
    let counted =
        cells.map(|partners| CellCounts { invited: of(&invited, &partners), sent: of(&sent, &partners), partners });
    Ok(Counts { invited: invited.values().sum(), sent: sent.values().sum(), cells: counted.collect() })
}

/// The partners that are asked as partners: one voice each.
pub(super) async fn speaking(
    db: &impl ConnectionTrait,
    round: &scan_round::Model,
) -> Result<BTreeMap<Uuid, usize>, DbErr> {
    let everybody = partnerships::everybody_in(db, round.partnership_id).await?;
    let mandated = everybody.iter().filter(|present| present.mandated);
    Ok(mandated.filter_map(|present| Some((present.partner_id?, 1))).collect())
}

/// How often each partner stands in a list.
pub(super) fn invited_per_partner(partners: impl Iterator<Item = Uuid>) -> BTreeMap<Uuid, usize> {
    let mut counts = BTreeMap::new();
    for partner in partners {
        *counts.entry(partner).or_default() += 1;
    }
    counts
}
