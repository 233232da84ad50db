//! The SQL of answers, and of who was asked. Nothing here reads both together.

use sea_orm::sea_query::{CaseStatement, Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QuerySelect as _,
};
use uuid::Uuid;

use crate::database::ROWS_AT_ONCE;
use crate::entity::{scan_ballot_used, scan_invitation, scan_response, scan_voice};

/// Asks people.
pub(in crate::scans) async fn invite(
    db: &impl ConnectionTrait,
    invitations: Vec<scan_invitation::Model>,
) -> Result<(), DbErr> {
    for some in invitations.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().cloned().map(scan_invitation::Model::into_active_model);
        scan_invitation::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Everybody who was asked in some rounds.
pub(in crate::scans) async fn invitations(
    db: &impl ConnectionTrait,
    rounds: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<scan_invitation::Model>, DbErr> {
    scan_invitation::Entity::find().filter(scan_invitation::Column::RoundId.is_in(rounds)).all(db).await
}

/// How somebody was asked in some rounds.
pub(in crate::scans) async fn invitations_of(
    db: &impl ConnectionTrait,
    rounds: impl IntoIterator<Item = Uuid>,
    account: Uuid,
) -> Result<Vec<scan_invitation::Model>, DbErr> {
    scan_invitation::Entity::find()
        .filter(scan_invitation::Column::RoundId.is_in(rounds))
        .filter(scan_invitation::Column::AccountId.eq(account))
        .all(db)
        .await
}

/// How many sent.
pub(in crate::scans) async fn sent(db: &impl ConnectionTrait, round: Uuid) -> Result<u64, DbErr> {
    scan_invitation::Entity::find()
        .filter(scan_invitation::Column::RoundId.eq(round))
        .filter(scan_invitation::Column::Sent.eq(true))
        .count(db)
        .await
}

/// Whether and how somebody was asked.
pub(in crate::scans) async fn invitation(
    db: &impl ConnectionTrait,
    round: Uuid,
    account: Uuid,
) -> Result<Option<scan_invitation::Model>, DbErr> {
    scan_invitation::Entity::find()
        .filter(scan_invitation::Column::RoundId.eq(round))
        .filter(scan_invitation::Column::AccountId.eq(account))
        .one(db)
        .await
}

/// Somebody got a ballot. All rows of their partner are written anew with theirs, so that no row tells by the transaction
/// that wrote it when somebody sent, or after whom.
pub(in crate::scans) async fn mark_sent(
    db: &impl ConnectionTrait,
    invitation: &scan_invitation::Model,
    commitment: Vec<u8>,
) -> Result<(), DbErr> {
    let is_theirs = || Expr::col(scan_invitation::Column::Id).eq(invitation.id);
    let sent = CaseStatement::new().case(is_theirs(), true).finally(Expr::col(scan_invitation::Column::Sent));
    let commitment = CaseStatement::new()
        .case(is_theirs(), Expr::val(commitment))
        .finally(Expr::col(scan_invitation::Column::Commitment));
    scan_invitation::Entity::update_many()
        .col_expr(scan_invitation::Column::Sent, sent.into())
        .col_expr(scan_invitation::Column::Commitment, commitment.into())
        .filter(scan_invitation::Column::RoundId.eq(invitation.round_id))
        .filter(scan_invitation::Column::PartnerId.eq(invitation.partner_id))
        .exec(db)
        .await?;
    Ok(())
}

/// Uses a ballot; false if it was used before.
pub(in crate::scans) async fn use_ballot(
    db: &impl ConnectionTrait,
    round: Uuid,
    digest: Vec<u8>,
) -> Result<bool, DbErr> {
    let used = scan_ballot_used::ActiveModel { round_id: Set(round), digest: Set(digest) };
    let added = scan_ballot_used::Entity::insert(used)
        .on_conflict(OnConflict::new().do_nothing().to_owned())
        .exec_without_returning(db)
        .await?;
    Ok(added > 0)
}

/// How many ballots were used.
pub(in crate::scans) async fn used_ballots(db: &impl ConnectionTrait, round: Uuid) -> Result<u64, DbErr> {
    scan_ballot_used::Entity::find().filter(scan_ballot_used::Column::RoundId.eq(round)).count(db).await
}

/// Forgets what led from people to answers.
pub(in crate::scans) async fn forget_ballots(db: &impl ConnectionTrait, round: Uuid) -> Result<(), DbErr> {
    scan_ballot_used::Entity::delete_many().filter(scan_ballot_used::Column::RoundId.eq(round)).exec(db).await?;
    scan_invitation::Entity::update_many()
        .col_expr(scan_invitation::Column::Commitment, Expr::value(Option::<Vec<u8>>::None))
        .filter(scan_invitation::Column::RoundId.eq(round))
        .exec(db)
        .await?;
    Ok(())
}

/// Takes all answers of a round out, so that they can be put back otherwise.
pub(in crate::scans) async fn take_all_out(
    db: &impl ConnectionTrait,
    round: Uuid,
) -> Result<Vec<scan_response::Model>, DbErr> {
    let all = scan_response::Column::RoundId.eq(round);
    let taken = scan_response::Entity::find().filter(all.clone()).all(db).await?;
    scan_response::Entity::delete_many().filter(all).exec(db).await?;
    Ok(taken)
}

/// The ids of what a partner's people answered.
pub(in crate::scans) async fn response_ids(
    db: &impl ConnectionTrait,
    round: Uuid,
    partner: Uuid,
) -> Result<Vec<Uuid>, DbErr> {
    scan_response::Entity::find()
        .select_only()
        .column(scan_response::Column::Id)
        .filter(scan_response::Column::RoundId.eq(round))
        .filter(scan_response::Column::PartnerId.eq(partner))
        .into_tuple()
        .all(db)
        .await
}

/// The same with some of them.
pub(in crate::scans) async fn take_out(
    db: &impl ConnectionTrait,
    round: Uuid,
    which: &[Uuid],
) -> Result<Vec<scan_response::Model>, DbErr> {
    let mut taken = Vec::with_capacity(which.len());
    for some in which.chunks(ROWS_AT_ONCE) {
        let these = || {
            Condition::all()
                .add(scan_response::Column::RoundId.eq(round))
                .add(scan_response::Column::Id.is_in(some.iter().copied()))
        };
        taken.extend(scan_response::Entity::find().filter(these()).all(db).await?);
        scan_response::Entity::delete_many().filter(these()).exec(db).await?;
    }
    Ok(taken)
}

/// Puts answers in, in the order in which they are given.
pub(in crate::scans) async fn add_responses(
    db: &impl ConnectionTrait,
    responses: Vec<scan_response::Model>,
) -> Result<(), DbErr> {
    for some in responses.chunks(ROWS_AT_ONCE) {
        let rows = some.iter().cloned().map(scan_response::Model::into_active_model);
        scan_response::Entity::insert_many(rows).exec_without_returning(db).await?;
    }
    Ok(())
}

/// What partners answered as partners.
pub(in crate::scans) async fn voices(
    db: &impl ConnectionTrait,
    rounds: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<scan_voice::Model>, DbErr> {
    scan_voice::Entity::find().filter(scan_voice::Column::RoundId.is_in(rounds)).all(db).await
}

/// Which partner answered in which of some rounds: `(round, partner)`.
pub(in crate::scans) async fn spoken(
    db: &impl ConnectionTrait,
    rounds: impl IntoIterator<Item = Uuid>,
) -> Result<Vec<(Uuid, Uuid)>, DbErr> {
    scan_voice::Entity::find()
        .select_only()
        .columns([scan_voice::Column::RoundId, scan_voice::Column::PartnerId])
        .filter(scan_voice::Column::RoundId.is_in(rounds))
        .into_tuple()
        .all(db)
        .await
}

/// What one of them did.
pub(in crate::scans) async fn voice(
    db: &impl ConnectionTrait,
    round: Uuid,
    partner: Uuid,
) -> Result<Option<scan_voice::Model>, DbErr> {
    scan_voice::Entity::find_by_id((round, partner)).one(db).await
}

/// A partner answers, or answers otherwise.
pub(in crate::scans) async fn give_voice(db: &impl ConnectionTrait, voice: scan_voice::Model) -> Result<(), DbErr> {
    let again = OnConflict::columns([scan_voice::Column::RoundId, scan_voice::Column::PartnerId])
        .update_columns([
            scan_voice::Column::Answers,
            scan_voice::Column::Words,
            scan_voice::Column::AnsweredBy,
            scan_voice::Column::AnsweredAt,
        ])
        .to_owned();
    scan_voice::Entity::insert(voice.into_active_model()).on_conflict(again).exec_without_returning(db).await?;
    Ok(())
}
