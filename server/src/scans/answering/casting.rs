//! The second step: somebody answers with a ballot, and nobody knows who.

use uuid::Uuid;

use super::answers::AnswersGiven;
use super::ballot::Ballot;
use crate::app::App;
use crate::entity::scan_response;
use crate::entity::scan_round::{self, Status};
use crate::scans::error::ScanError;
use crate::scans::mixing::{mixed, shuffled};
use crate::scans::promise::asked;
use crate::scans::store;

/// With so many others of the same partner an answer is mixed when it comes in.
const MIXED_WITH: usize = 200;

/// Counts an answer. A ballot that was used is used: who asks again, because the reply got lost, is told that it is
/// counted, and nothing changes.
pub(super) async fn cast(app: &App, ballot: &Ballot, given: &AnswersGiven) -> Result<(), ScanError> {
    // Anybody may come here. Whoever shows no ballot keeps nobody waiting.
    check(ballot, store::by_id(app.database.reader(), ballot.round).await?)?;
    let transaction = app.database.begin().await?;
    let round = check(ballot, store::lock_by_id(&transaction, ballot.round).await?)?;
    let read = given.read(round.kind, &asked(&round)?)?;
    if !store::use_ballot(&transaction, round.id, ballot.digest()).await? {
        return Ok(());
    }
    // All of them are written by this transaction, in an order of chance: the rows do not tell which one is new.
    let mut others = shuffled(store::response_ids(&transaction, round.id, ballot.partner).await?);
    others.truncate(MIXED_WITH);
    let mut responses = store::take_out(&transaction, round.id, &others).await?;
    responses.push(scan_response::Model {
        round_id: round.id,
        id: Uuid::nil(),
        partner_id: ballot.partner,
        answers: serde_json::to_string(&read.answers)?,
        words: read.words,
    });
    store::add_responses(&transaction, mixed(responses)).await?;
    transaction.commit().await?;
    Ok(())
}

/// The round of a ballot, if it is open and handed that ballot out.
fn check(ballot: &Ballot, round: Option<scan_round::Model>) -> Result<scan_round::Model, ScanError> {
    let round = round.ok_or(ScanError::NoBallot)?;
    match &round.secret {
        Some(secret) if round.status == Status::Open && ballot.is_signed_with(secret) => Ok(round),
        Some(_) if round.status == Status::Open => Err(ScanError::NoBallot),
        _ => Err(ScanError::NotOpen),
    }
}
