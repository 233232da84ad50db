//! Assignments: who takes on which role.
//!
//! A lead proposes somebody for a role that the board describes; they accept or decline, without a reason, and may give
//! the role back later. Nobody else can accept for them, a lead included. A proposal holds no seat: of those who accept,
//! as many get one as the role has room for when they do, and who comes too late is told so. Lowering the number of
//! seats takes nobody's away.
//!
//! A role is proposed to those who act for a partner. An observer only reads; and a guide who acts for no partner is
//! neutral because they do none of the partners' work.
//!
//! Two things end or suspend an assignment without a row being written, so that they cannot be forgotten or come halfway.
//! It belongs to a *membership*: with that it ends, and who comes back later begins anew. And it names its role by the
//! key on the board: while the board does not have that, the assignment is *suspended*, and is there again when somebody
//! undoes or restores what was deleted. What a role is at this moment is read from the log of its board
//! ([`DescribedRoles`](crate::boards::DescribedRoles)), also while it is decided ([`desk`]).

mod answering;
mod api;
mod asked;
mod desk;
mod error;
mod handlers;
mod lifecycle;
mod proposing;
mod store;
mod telling;
mod waiting;
mod wishes;

use utoipa_actix_web::service_config::ServiceConfig;

pub(crate) use self::asked::{Asked, AskedState, asked};
pub(crate) use self::waiting::{NamedRole, RoleCheck, proposals_to, role_checks_of};
pub(crate) use self::wishes::{Capacity, willing};

/// The addresses of this feature.
pub(crate) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::assignments)
        .service(handlers::propose)
        .service(handlers::accept)
        .service(handlers::decline)
        .service(handlers::hand_back)
        .service(handlers::withdraw)
        .configure(wishes::routes);
}
