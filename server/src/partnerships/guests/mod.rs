//! People who take part for no partner: observers, who read along, and guides, who lead without a party's interest.
//!
//! A lead asks them by their address, and they answer for themselves; whoever has no account gets one that waits for
//! them. Whoever asked does not learn whether somebody with that address was here before.

mod answering;
mod api;
mod asking;
mod handlers;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::asking::forget_all;

/// The addresses of guests.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::guests)
        .service(handlers::invite_guest)
        .service(handlers::withdraw_guest)
        .service(handlers::own_guest_invitations)
        .service(handlers::accept_guest_invitation)
        .service(handlers::decline_guest_invitation);
}
