//! Snapshots in the database: the two newest of a board, one for each long stretch of its past, and those that were
//! found damaged.

use bytes::Bytes;
use chrono::{DateTime, Utc};
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, Select,
};
use uuid::Uuid;

use super::checksum;
use crate::database::Database;
use crate::entity::board_snapshot::{Column, Entity, Model};
use crate::ids;
use crate::realtime::Snapshot;

/// How many are kept of a board: should the newest be damaged, there is one before it.
const KEPT: usize = 2;
/// After how many rows one stays for good: what a board once was is worked out from the one before it, and so much takes
/// a moment.
const STRETCH: i64 = 4_000;
/// How many damaged ones are kept of a board, for a look.
const KEPT_DAMAGED: usize = 4;
/// The size of a client id and the account that owns it.
const OWNER: usize = 8 + 16;

/// The newest sound snapshot of a board that has nothing after row `until` in it. Damaged ones that it meets are set
/// apart.
pub(super) async fn newest_sound(
    database: &Database,
    board: Uuid,
    until: i64,
    now: DateTime<Utc>,
) -> Result<Option<Snapshot>, DbErr> {
    let db = database.reader();
    let candidates = sound_of(board).filter(Column::Seq.lte(until)).select_only().column(Column::Id);
    for id in candidates.into_tuple::<Uuid>().all(db).await? {
        match read(db, id).await {
            Ok(Some((seq, Some(snapshot)))) => {
                debug_assert_eq!(seq, snapshot.seq);
                return Ok(Some(snapshot));
            }
            Ok(Some((seq, None))) => report(set_apart(database, Entity::find_by_id(id), now).await, board, seq),
            // A newer one has taken its place.
            Ok(None) => {}
            // It is only a cache: what is wrong with its table must not close the board.
            Err(error) => {
                tracing::error!(%board, error = &error as &dyn std::error::Error, "a snapshot cannot be read");
            }
        }
    }
    Ok(None)
}

/// The row and, if it is sound, what is kept there.
async fn read(db: &impl ConnectionTrait, id: Uuid) -> Result<Option<(i64, Option<Snapshot>)>, DbErr> {
    let columns = [Column::BoardId, Column::Seq, Column::State, Column::Owners, Column::Checksum];
    let found = Entity::find_by_id(id).select_only().columns(columns).into_tuple().one(db).await?;
    let look = |(board, seq, state, owners, written): (_, _, _, Vec<u8>, _)| {
        (seq, sound(board, seq, state, &owners, written))
    };
    Ok(found.map(look))
}

fn sound(board: Uuid, seq: i64, state: Vec<u8>, owners: &[u8], written: i64) -> Option<Snapshot> {
    let is_whole = checksum::of_snapshot(board, seq, owners, &state) == written;
    let owners = decode_owners(owners)?;
    is_whole.then(|| Snapshot { seq, state: Bytes::from(state), owners })
}

/// What is kept in a row of the table, if it is sound.
pub(in crate::boards) fn sound_model(kept: Model) -> Option<Snapshot> {
    sound(kept.board_id, kept.seq, kept.state, &kept.owners, kept.checksum)
}

/// Sets apart what is kept of a board at row `seq`.
pub(super) async fn set_apart_at(
    database: &Database,
    board: Uuid,
    seq: i64,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    set_apart(database, sound_of(board).filter(Column::Seq.eq(seq)), now).await?;
    report(Ok(()), board, seq);
    Ok(())
}

async fn set_apart(database: &Database, which: Select<Entity>, now: DateTime<Utc>) -> Result<(), DbErr> {
    let ids: Vec<Uuid> = which.select_only().column(Column::Id).into_tuple().all(database.reader()).await?;
    let transaction = database.begin().await?;
    Entity::update_many()
        .col_expr(Column::DamagedAt, Expr::value(now))
        .filter(Column::Id.is_in(ids))
        .exec(&transaction)
        .await?;
    transaction.commit().await
}

fn report(marked: Result<(), DbErr>, board: Uuid, seq: i64) {
    metrics::counter!("samenspel_damaged_snapshots_total").increment(1);
    tracing::error!(%board, seq, "a damaged snapshot was passed over and is set apart; the log has what was in it");
    if let Err(error) = marked {
        tracing::error!(
            %board, seq, error = &error as &dyn std::error::Error,
            "a damaged snapshot could not be marked and will be met again"
        );
    }
}

/// Keeps a snapshot, unless there is one as new, and forgets what it makes superfluous.
pub(super) async fn keep(
    database: &Database,
    board: Uuid,
    snapshot: &Snapshot,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let transaction = database.begin().await?;
    let kept = ids_of(sound_of(board), &transaction).await?;
    if kept.first().is_some_and(|(_, newest)| *newest >= snapshot.seq) {
        return Ok(());
    }
    let model = model(board, snapshot, now).into_active_model();
    Entity::insert(model).exec_without_returning(&transaction).await?;
    let damaged = ids_of(of(board).filter(Column::DamagedAt.is_not_null()), &transaction).await?;
    let superfluous = superfluous(&kept).chain(damaged.iter().map(|(id, _)| *id).skip(KEPT_DAMAGED));
    let superfluous: Vec<Uuid> = superfluous.collect();
    Entity::delete_many().filter(Column::Id.is_in(superfluous)).exec(&transaction).await?;
    transaction.commit().await
}

/// Of those that are kept, newest first, the ones that nobody needs once there is a newer one.
fn superfluous(kept: &[(Uuid, i64)]) -> impl Iterator<Item = Uuid> {
    let begins_stretch = |place: usize, seq: i64| {
        let before = kept.get(place + 1).map_or(0, |(_, before)| *before);
        before / STRETCH < seq / STRETCH
    };
    let all = kept.iter().enumerate().skip(KEPT - 1);
    all.filter(move |(place, (_, seq))| !begins_stretch(*place, *seq)).map(|(_, (id, _))| *id)
}

fn model(board: Uuid, snapshot: &Snapshot, now: DateTime<Utc>) -> Model {
    let owners = encode_owners(&snapshot.owners);
    Model {
        id: ids::ordered(),
        board_id: board,
        seq: snapshot.seq,
        made_at: now,
        checksum: checksum::of_snapshot(board, snapshot.seq, &owners, &snapshot.state),
        state: snapshot.state.to_vec(),
        owners,
        damaged_at: None,
    }
}

fn sound_of(board: Uuid) -> Select<Entity> {
    of(board).filter(Column::DamagedAt.is_null())
}

/// Those of a board, newest first.
fn of(board: Uuid) -> Select<Entity> {
    Entity::find().filter(Column::BoardId.eq(board)).order_by_desc(Column::Seq).order_by_desc(Column::Id)
}

async fn ids_of(which: Select<Entity>, db: &impl ConnectionTrait) -> Result<Vec<(Uuid, i64)>, DbErr> {
    which.select_only().column(Column::Id).column(Column::Seq).into_tuple().all(db).await
}

fn encode_owners(owners: &[(u64, Uuid)]) -> Vec<u8> {
    let each = |(client, account): &(u64, Uuid)| [&client.to_le_bytes()[..], account.as_bytes()].concat();
    owners.iter().flat_map(each).collect()
}

fn decode_owners(owners: &[u8]) -> Option<Vec<(u64, Uuid)>> {
    let each = |owner: &[u8]| {
        let (client, account) = owner.split_first_chunk::<8>()?;
        Some((u64::from_le_bytes(*client), Uuid::from_slice(account).ok()?))
    };
    owners.chunks(OWNER).map(each).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    #[test]
    fn the_newest_stay_and_the_first_of_each_stretch() {
        let mut kept: Vec<(Uuid, i64)> = Vec::new();
        for seq in (500..=13_000).step_by(500) {
            let gone: Vec<Uuid> = superfluous(&kept).collect();
            kept.insert(0, (ids::unordered(), seq));
            kept.retain(|(id, _)| !gone.contains(id));
        }
        let seqs: Vec<i64> = kept.iter().map(|(_, seq)| *seq).collect();
        assert_eq!(seqs, [13_000, 12_500, 12_000, 8_000, 4_000]);
    }

    #[test]
    fn owners_are_read_as_they_were_written_and_half_of_one_is_damage() {
        let owners = vec![(1, Uuid::from_u128(7)), (u64::MAX >> 11, Uuid::from_u128(u128::MAX))];
        let bytes = encode_owners(&owners);
        assert_eq!(decode_owners(&bytes), Some(owners));
        assert_eq!(decode_owners(&[]), Some(Vec::new()));
        assert_eq!(decode_owners(&bytes[..OWNER + 8]), None);
        assert_eq!(decode_owners(&bytes[..OWNER + 3]), None);
    }
}
