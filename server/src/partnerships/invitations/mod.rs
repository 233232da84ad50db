//! Organisations are asked to take part, and answer.
//!
//! A lead asks an organisation that they know from another partnership, or one by the address of whoever will administer
//! it here. In that case an organisation and an account are made that wait for their owner. Somebody may administer an
//! organisation here already, and then that one is asked: whoever asked is not told, and sees the name they typed until
//! the organisation says yes.
//!
//! Whoever administers an organisation answers for it, and names at least one person who may speak for it.

mod answering;
mod api;
mod asking;
mod handlers;
mod store;
mod waiting;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::asking::forget_all;
pub use self::waiting::{WaitingInvitation, invitations_waiting_for};

/// The addresses of invitations.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::known_organisations)
        .service(handlers::invite_partner)
        .service(handlers::withdraw_invitation)
        .service(handlers::own_invitations)
        .service(handlers::accept_partnership)
        .service(handlers::decline_partnership);
}
