//! The SQL of changing who is in a partnership. All of it runs under the lock of the partnership's row.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockType};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, ConnectionTrait, DbErr, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QueryOrder as _, QuerySelect as _, QueryTrait as _,
};
use uuid::Uuid;

use super::Membership;
use crate::entity::assignment::{self, State};
use crate::entity::room_to_move::{self, End};
use crate::entity::{account, contribution, membership, organisation, partner, partnership, share_link};
use crate::partnerships::company::Company;

/// The partnership, locked until the transaction ends. What belongs to it can still be added: whoever adds something
/// would otherwise wait for whoever holds it, and they, for what that one holds, for them.
pub(in crate::partnerships) async fn lock(
    db: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<partnership::Model>, DbErr> {
    partnership::Entity::find_by_id(id).lock(LockType::NoKeyUpdate).one(db).await
}

/// Who is, was or may come to be in it.
pub(in crate::partnerships) async fn company(db: &impl ConnectionTrait, id: Uuid) -> Result<Company, DbErr> {
    let of_it = partner::Column::PartnershipId.eq(id);
    let partners = partner::Entity::find().filter(of_it).order_by_asc(partner::Column::Mark).all(db).await?;
    let in_it = membership::Column::PartnershipId.eq(id);
    let memberships = membership::Entity::find().filter(in_it).order_by_asc(membership::Column::Id).all(db).await?;
    let accounts = membership::Entity::find()
        .select_only()
        .column(membership::Column::AccountId)
        .filter(membership::Column::PartnershipId.eq(id));
    let active: Vec<Uuid> = account::Entity::find()
        .select_only()
        .column(account::Column::Id)
        .filter(account::Column::Id.in_subquery(accounts.into_query()))
        .filter(account::Column::DeactivatedAt.is_null())
        .into_tuple()
        .all(db)
        .await?;
    Ok(Company { partners, memberships, active_accounts: active.into_iter().collect() })
}

pub(in crate::partnerships) async fn add_partnership(
    db: &impl ConnectionTrait,
    partnership: partnership::Model,
) -> Result<(), DbErr> {
    partnership::Entity::insert(partnership.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

pub(in crate::partnerships) async fn put_partnership(
    db: &impl ConnectionTrait,
    partnership: partnership::Model,
) -> Result<(), DbErr> {
    partnership::Entity::update(partnership.into_active_model().reset_all()).exec(db).await?;
    Ok(())
}

/// Writes a partner as it is to be: a new one, or one that `known` knows.
pub(in crate::partnerships) async fn put_partner(
    db: &impl ConnectionTrait,
    known: &Company,
    partner: partner::Model,
) -> Result<(), DbErr> {
    if known.partner(partner.id).is_some() {
        partner::Entity::update(partner.into_active_model().reset_all()).exec(db).await?;
    } else {
        partner::Entity::insert(partner.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Takes a partner away that never was one, so that its mark is free again.
pub(in crate::partnerships) async fn remove_partner(db: &impl ConnectionTrait, id: Uuid) -> Result<(), DbErr> {
    partner::Entity::delete_by_id(id).exec(db).await?;
    Ok(())
}

/// Writes a membership as it is to be: a new one, or one that `known` knows.
pub(in crate::partnerships) async fn put_membership(
    db: &impl ConnectionTrait,
    known: &Company,
    membership: membership::Model,
) -> Result<(), DbErr> {
    if known.memberships.iter().any(|there| there.id == membership.id) {
        membership::Entity::update(membership.into_active_model().reset_all()).exec(db).await?;
    } else {
        membership::Entity::insert(membership.into_active_model()).exec_without_returning(db).await?;
    }
    Ok(())
}

/// Ends the links that somebody made to show something to people outside, when their membership ends.
pub(in crate::partnerships) async fn end_links(
    db: &impl ConnectionTrait,
    of: &membership::Model,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    share_link::Entity::update_many()
        .col_expr(share_link::Column::RevokedAt, Expr::value(at))
        .filter(share_link::Column::PartnershipId.eq(of.partnership_id))
        .filter(share_link::Column::MadeBy.eq(of.account_id))
        .filter(share_link::Column::RevokedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Ends the room to move that somebody has or is asked about, when their membership ends.
pub(in crate::partnerships) async fn end_room(
    db: &impl ConnectionTrait,
    membership: Uuid,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    room_to_move::Entity::update_many()
        .col_expr(room_to_move::Column::EndedHow, Expr::value(End::GivenBack))
        .col_expr(room_to_move::Column::EndedAt, Expr::value(at))
        .filter(room_to_move::Column::MembershipId.eq(membership))
        .filter(room_to_move::Column::EndedAt.is_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Takes back what a partner confirmed of what others bring it or come to get, when it leaves: who comes back is asked
/// anew.
pub(in crate::partnerships) async fn unconfirm_contributions(
    db: &impl ConnectionTrait,
    partner: Uuid,
) -> Result<(), DbErr> {
    let version = Expr::col(contribution::Column::Version).add(1);
    contribution::Entity::update_many()
        .col_expr(contribution::Column::ConfirmedBy, Expr::value(None::<Uuid>))
        .col_expr(contribution::Column::ConfirmedAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(contribution::Column::Version, version)
        .filter(contribution::Column::WithPartnerId.eq(partner))
        .filter(contribution::Column::ConfirmedAt.is_not_null())
        .exec(db)
        .await?;
    Ok(())
}

/// Ends what somebody took on, and takes back what they were asked, when their membership ends.
pub(in crate::partnerships) async fn end_assignments(
    db: &impl ConnectionTrait,
    membership: Uuid,
    at: DateTime<Utc>,
) -> Result<(), DbErr> {
    let over = [(State::Accepted, State::Ended), (State::Proposed, State::Withdrawn)];
    for (from, to) in over {
        assignment::Entity::update_many()
            .col_expr(assignment::Column::State, Expr::value(to))
            .col_expr(assignment::Column::EndedAt, Expr::value(at))
            .filter(assignment::Column::MembershipId.eq(membership))
            .filter(assignment::Column::State.eq(from))
            .exec(db)
            .await?;
    }
    Ok(())
}

/// Those of `among` that are accounts of the organisation and can sign in, or will when they begin.
pub(in crate::partnerships) async fn accounts_of(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    among: &BTreeSet<Uuid>,
) -> Result<Vec<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::OrganisationId.eq(organisation))
        .filter(account::Column::Id.is_in(among.iter().copied()))
        .filter(account::Column::DeactivatedAt.is_null())
        .all(db)
        .await
}

/// Those who administer an organisation.
pub(in crate::partnerships) async fn administrators(
    db: &impl ConnectionTrait,
    organisation: Uuid,
) -> Result<Vec<account::Model>, DbErr> {
    account::Entity::find()
        .filter(account::Column::OrganisationId.eq(organisation))
        .filter(account::Column::OrganisationAdmin.eq(true))
        .filter(account::Column::DeactivatedAt.is_null())
        .order_by_asc(account::Column::Id)
        .all(db)
        .await
}

pub(in crate::partnerships) async fn organisation(
    db: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<organisation::Model>, DbErr> {
    organisation::Entity::find_by_id(id).one(db).await
}

pub(in crate::partnerships) async fn add_organisation(
    db: &impl ConnectionTrait,
    organisation: organisation::Model,
) -> Result<(), DbErr> {
    organisation::Entity::insert(organisation.into_active_model()).exec_without_returning(db).await?;
    Ok(())
}

/// The organisations that somebody knows because they share a partnership with them, but for those that this one has or
/// has asked; by name. They are not many: 64 for each partnership at most.
pub(in crate::partnerships) async fn organisations_known_to(
    db: &impl ConnectionTrait,
    me: &Membership,
) -> Result<Vec<organisation::Model>, DbErr> {
    let shared = membership::Entity::find()
        .select_only()
        .column(membership::Column::PartnershipId)
        .filter(membership::Column::AccountId.eq(me.account_id))
        .filter(membership::Column::LeftAt.is_null());
    let met = partner::Entity::find()
        .select_only()
        .column(partner::Column::OrganisationId)
        .filter(partner::Column::PartnershipId.in_subquery(shared.into_query()))
        .filter(partner::Column::Status.eq(partner::Status::Active));
    let here = partner::Entity::find()
        .select_only()
        .column(partner::Column::OrganisationId)
        .filter(partner::Column::PartnershipId.eq(me.partnership_id))
        .filter(partner::Column::Status.ne(partner::Status::Left));
    organisation::Entity::find()
        .filter(organisation::Column::Status.eq(organisation::Status::Active))
        .filter(organisation::Column::Id.in_subquery(met.into_query()))
        .filter(organisation::Column::Id.not_in_subquery(here.into_query()))
        .order_by_asc(organisation::Column::Name)
        .order_by_asc(organisation::Column::Id)
        .all(db)
        .await
}

/// The partner with this id, if it is this organisation.
pub(in crate::partnerships) async fn partner_of(
    db: &impl ConnectionTrait,
    organisation: Uuid,
    partner: Uuid,
) -> Result<Option<partner::Model>, DbErr> {
    partner::Entity::find_by_id(partner).filter(partner::Column::OrganisationId.eq(organisation)).one(db).await
}
