//! Partnerships: joint undertakings of two or more partners, and the people in them.
//!
//! A *partner* is an organisation in one partnership; it has one mark there, a colour and a shape, by which it is known
//! everywhere. A *member* is a person in a partnership: for one partner, or, as a guide or an observer, for none. Whoever
//! has the *mandate* may endorse and confirm for their partner.
//!
//! To everybody else a partnership does not exist: not to somebody of a partner's organisation, not to whoever
//! administers an organisation or the installation. So everything that belongs to a partnership is reached through a
//! [`Membership`], which only this feature makes.

mod api;
mod events;
mod handlers;
mod holding;
mod marks;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub use self::events::{Announcement, Audience, announce, tend_events};
pub use self::holding::hold;
pub use self::store::{
    Author, Membership, PartnerName, PartnerRef, authors, membership, partner_names, partnership_name,
};

/// The addresses of this feature.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::partnerships)
        .service(handlers::partnership)
        .service(events::events)
        .service(events::what_is_new)
        .service(events::remember_visit);
}
