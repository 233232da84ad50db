//! Who is in a partnership, for whom, and who leads it.
//!
//! Those who administer an organisation decide who acts for it and who has its mandate, whether or not they are in the
//! partnership themselves; they see of it what that takes. Leads decide who else leads. Everybody may leave. What must
//! always hold, a lead and somebody with each partner's mandate, is looked at when a change is committed.
//!
//! Whoever is removed is sent away from the boards at once, and what they write later is not stored. Somebody who
//! becomes a lead, or is one no more, keeps their connections where what they may do on a board stays the same.

mod acting;
mod api;
mod handlers;
mod leading;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub(super) use self::acting::end;

/// The addresses of people.
pub(super) fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::colleagues)
        .service(handlers::own_partners)
        .service(handlers::add_member)
        .service(handlers::change_member)
        .service(handlers::remove_member)
        .service(handlers::leave_as_partner)
        .service(handlers::appoint_lead)
        .service(handlers::step_down)
        .service(handlers::end_membership);
}
