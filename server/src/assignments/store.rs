//! The SQL of assignments. Every query starts from a [`Membership`], or from whom it waits for.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    JoinType, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, RelationDef,
};
use uuid::Uuid;

use crate::access::Stage;
use crate::entity::assignment::State;
use crate::entity::{account, assignment, membership, partnership};
use crate::partnerships::Membership;

/// An assignment with whose it is.
#[derive(Debug)]
pub(super) struct Listed {
    pub(super) assignment: assignment::Model,
    pub(super) membership: membership::Model,
    /// What the person is called.
    pub(super) name: String,
}

/// What was proposed or accepted in the partnership by those who are in it, in the order in which it was proposed.
pub(super) async fn open(db: &impl ConnectionTrait, me: &Membership) -> Result<Vec<Listed>, DbErr> {
    listed(db, of(me).add(assignment::Column::State.is_in([State::Proposed, State::Accepted]))).await
}

/// Everything that was ever proposed for the roles of a board to those who are in the partnership, the oldest first.
pub(super) async fn all(db: &impl ConnectionTrait, me: &Membership, board: Uuid) -> Result<Vec<Listed>, DbErr> {
    listed(db, of(me).add(assignment::Column::BoardId.eq(board))).await
}

/// One assignment of somebody who is in the partnership.
pub(super) async fn one(db: &impl ConnectionTrait, me: &Membership, id: Uuid) -> Result<Option<Listed>, DbErr> {
    Ok(listed(db, of(me).add(assignment::Column::Id.eq(id))).await?.into_iter().next())
}

/// The same, locked until the transaction ends.
pub(super) async fn lock(
    db: &impl ConnectionTrait,
    me: &Membership,
    id: Uuid,
) -> Result<Option<assignment::Model>, DbErr> {
    let found = of(me).add(assignment::Column::Id.eq(id));
    assignment::Entity::find().filter(found).lock_exclusive().one(db).await
}

/// How many seats of a role are taken, by those who are in the partnership.
pub(super) async fn taken(
    db: &impl ConnectionTrait,
    me: &Membership,
    board: Uuid,
    role_id: &str,
) -> Result<u64, DbErr> {
    let seats = of(me)
        .add(assignment::Column::BoardId.eq(board))
        .add(assignment::Column::RoleId.eq(role_id))
        .add(assignment::Column::State.eq(State::Accepted));
    assignment::Entity::find()
        .join(JoinType::InnerJoin, assignment_membership())
        .filter(membership::Column::LeftAt.is_null())
        .filter(seats)
        .count(db)
        .await
}

/// What somebody has of a role, or is asked for.
pub(super) async fn open_of(
    db: &impl ConnectionTrait,
    person: &Membership,
    board: Uuid,
    role_id: &str,
) -> Result<Option<assignment::Model>, DbErr> {
    let open = theirs(person, board)
        .add(assignment::Column::RoleId.eq(role_id))
        .add(assignment::Column::State.is_in([State::Proposed, State::Accepted]));
    assignment::Entity::find().filter(open).one(db).await
}

/// The roles that somebody has, by their keys.
pub(super) async fn held(
    db: &impl ConnectionTrait,
    person: &Membership,
    board: Uuid,
) -> Result<Vec<String>, DbErr> {
    let accepted = theirs(person, board).add(assignment::Column::State.eq(State::Accepted));
    let held = assignment::Entity::find().filter(accepted).all(db).await?;
    Ok(held.into_iter().map(|assignment| assignment.role_id).collect())
}

pub(super) async fn add(db: &impl ConnectionTrait, new: assignment::Model) -> Result<(), DbErr> {
    assignment::Entity::insert(new.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// Says how far an assignment came.
pub(super) async fn put_state(
    db: &impl ConnectionTrait,
    now: &assignment::Model,
    state: State,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let (answered_at, ended_at) =
        if state == State::Ended { (now.answered_at, Some(at)) } else { (Some(at), None) };
    let change = assignment::ActiveModel {
        state: Set(state),
        answered_at: Set(answered_at),
        ended_at: Set(ended_at),
        ..Default::default()
    };
    assignment::Entity::update_many().set(change).filter(assignment::Column::Id.eq(now.id)).exec(db).await?;
    Ok(())
}

/// What an account has or is asked for, in all the partnerships it is in and that are worked on, the oldest first.
pub(super) async fn in_state(
    db: &impl ConnectionTrait,
    account_id: Uuid,
    state: State,
) -> Result<Vec<(assignment::Model, partnership::Model)>, DbErr> {
    let found = assignment::Entity::find()
        .join(JoinType::InnerJoin, assignment_membership())
        .join(JoinType::InnerJoin, assignment_partnership())
        .select_also(partnership::Entity)
        .filter(membership::Column::AccountId.eq(account_id))
        .filter(membership::Column::LeftAt.is_null())
        .filter(assignment::Column::State.eq(state))
        .order_by_asc(assignment::Column::ProposedAt)
        .order_by_asc(assignment::Column::Id)
        .all(db)
        .await?;
    let is_underway = |partnership: &partnership::Model| partnership.status.stage() == Stage::Underway;
    let waiting = |(assignment, partnership): (assignment::Model, Option<partnership::Model>)| {
        Some((assignment, partnership.filter(is_underway)?))
    };
    Ok(found.into_iter().filter_map(waiting).collect())
}

fn theirs(person: &Membership, board: Uuid) -> Condition {
    of(person)
        .add(assignment::Column::MembershipId.eq(person.membership_id))
        .add(assignment::Column::BoardId.eq(board))
}

fn of(me: &Membership) -> Condition {
    Condition::all().add(assignment::Column::PartnershipId.eq(me.partnership_id))
}

async fn listed(db: &impl ConnectionTrait, which: Condition) -> Result<Vec<Listed>, DbErr> {
    let found = assignment::Entity::find()
        .join(JoinType::InnerJoin, assignment_membership())
        .select_also(membership::Entity)
        .filter(membership::Column::LeftAt.is_null())
        .filter(which)
        .order_by_asc(assignment::Column::ProposedAt)
        .order_by_asc(assignment::Column::Id)
        .all(db)
        .await?;
    let accounts = found.iter().filter_map(|(_, membership)| Some(membership.as_ref()?.account_id));
    let names: Vec<(Uuid, String)> = account::Entity::find()
        .select_only()
        .columns([account::Column::Id, account::Column::Name])
        .filter(account::Column::Id.is_in(accounts))
        .into_tuple()
        .all(db)
        .await?;
    let names: HashMap<Uuid, String> = names.into_iter().collect();
    let listed = |(assignment, membership): (assignment::Model, Option<membership::Model>)| {
        let membership = membership?;
        let name = names.get(&membership.account_id)?.clone();
        Some(Listed { assignment, membership, name })
    };
    Ok(found.into_iter().filter_map(listed).collect())
}

fn assignment_membership() -> RelationDef {
    let (from, to) = (assignment::Column::MembershipId, membership::Column::Id);
    assignment::Entity::belongs_to(membership::Entity).from(from).to(to).into()
}

fn assignment_partnership() -> RelationDef {
    let (from, to) = (assignment::Column::PartnershipId, partnership::Column::Id);
    assignment::Entity::belongs_to(partnership::Entity).from(from).to(to).into()
}
