//! The first step: somebody who was asked sends, and gets a ballot.

use super::ballot::{Ballot, Chosen};
use crate::access::Action;
use crate::app::App;
use crate::entity::scan_round::{Mode, Status};
use crate::partnerships::{Membership, held};
use crate::scans::error::ScanError;
use crate::scans::store;

/// Marks that they sent, and gives the ballot with which they answer. Who asks again with the same choice gets the same
/// one, as long as it can be used; nothing is announced or put on record.
pub(super) async fn send(
    app: &App,
    me: &Membership,
    round: uuid::Uuid,
    chosen: &Chosen,
) -> Result<Ballot, ScanError> {
    let transaction = app.database.begin().await?;
    let me = held(&transaction, me).await?;
    let round = store::lock_round(&transaction, &me, round).await?.ok_or(ScanError::NotFound)?;
    me.may(Action::AnswerScans)?;
    let Some(secret) = round.secret.filter(|_| round.status == Status::Open) else {
        return Err(ScanError::NotOpen);
    };
    if round.mode != Some(Mode::Anonymous) {
        return Err(ScanError::NotAsked);
    }
    let invitation = store::invitation(&transaction, round.id, me.account_id).await?.ok_or(ScanError::NotAsked)?;
    // Who acts for another partner by now was not asked as that.
    if me.partner.map(|partner| partner.id) != Some(invitation.partner_id) {
        return Err(ScanError::NotAsked);
    }
    let commitment = chosen.commitment();
    match &invitation.commitment {
        Some(known) if *known == commitment => {}
        Some(_) => return Err(ScanError::SentBefore),
        None if round.closes_at.is_none_or(|closes_at| closes_at <= app.clock.now()) => {
            return Err(ScanError::NotOpen);
        }
        None => store::mark_sent(&transaction, &invitation, commitment).await?,
    }
    transaction.commit().await?;
    Ok(Ballot::new(&secret, round.id, invitation.partner_id, chosen))
}
