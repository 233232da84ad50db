//! Partnerships: joint undertakings of two or more partners, and the people in them.
//!
//! A *partner* is an organisation in one partnership; it has one mark there, a colour and a shape, by which it is known
//! everywhere. A *member* is a person in a partnership: for one partner, or, as a guide or an observer, for none. Whoever
//! has the *mandate* may endorse and confirm for their partner.
//!
//! To everybody else a partnership does not exist: not to somebody of a partner's organisation, not to whoever
//! administers an organisation or the installation. So everything that belongs to a partnership is reached through a
//! [`Membership`], which only this feature makes.
//!
//! Nobody is put into a partnership by another party. An organisation takes part because those who administer it said
//! yes ([`invitations`]), and they decide who acts for it; what they see of the partnership for that is its name, its
//! challenge and who else takes part. Whatever changes goes through [`change`], one at a time.

mod api;
mod change;
mod circle;
mod company;
mod conclusion;
mod crowd;
mod desk;
mod entering;
mod error;
mod events;
mod founding;
mod guests;
mod handlers;
mod happening;
mod holding;
mod invitations;
mod letters;
mod marks;
mod people;
mod person;
mod phase;
mod renaming;
mod seeing;
mod shared;
mod sharing;
mod store;
mod telling;
mod wording;

use utoipa_actix_web::service_config::ServiceConfig;

pub use self::api::Partnership;
pub use self::circle::CircleColumns;
pub use self::conclusion::{WaitingConclusion, WaitingPart, conclusions_waiting_for};
pub use self::crowd::{Present, everybody_in, partner_marks};
pub use self::desk::{Desk, DeskError, held};
pub use self::entering::member;
pub use self::error::PartnershipError;
pub use self::events::{Announcement, Audience, announce, tend_events};
pub use self::founding::{Founding, NewPartnership, found};
pub use self::happening::{Happening, happened};
pub use self::holding::{hold, lock, lock_by_id};
pub use self::invitations::{WaitingInvitation, invitations_waiting_for};
pub use self::person::Person;
pub use self::phase::{phase, put_phase};
pub use self::seeing::partnership_of;
pub use self::shared::{SharedColumns, leads, shared_audiences};
pub use self::store::{
    Author, Membership, PartnerName, PartnerRef, active_partners, authors, founded_at, membership, partner_names,
    partner_names_in, partnership_name,
};

/// The addresses of this feature.
pub fn routes(config: &mut ServiceConfig<'_>) {
    config
        .service(handlers::partnerships)
        .service(handlers::partnership)
        .service(events::events)
        .service(events::what_is_new)
        .service(events::remember_visit)
        .service(handlers::change_partnership)
        .configure(invitations::routes)
        .configure(people::routes)
        .configure(guests::routes)
        .configure(conclusion::routes);
}
