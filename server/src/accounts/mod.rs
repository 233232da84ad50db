//! Who somebody is: accounts, signing in, staying signed in, signing out, and the first administrator.
//!
//! A *session* is one sign-in. It lives at most 30 days, and ends by itself when it was not used for seven. Two things
//! prove it: an *access token* (a JWT of ten minutes that names account and session, and no rights: those are read
//! from the database at every request) and a *refresh token* (32 random bytes, of which we keep the SHA-256), which is
//! exchanged for a new pair. A refresh token that was exchanged and comes back after ten seconds was stolen, from the
//! one who sends it or from the one who sent it before: the session ends for both. Within those ten seconds it gets
//! the same successor again, so that the tabs of one browser do not sign each other out.
//!
//! Browsers keep both tokens in cookies, other clients send `Authorization: Bearer`; never both in one request. A
//! request that is believed because of its cookie, and changes something, must come from our own pages (`Origin`).

mod actor;
mod api;
mod attempts;
mod client;
mod cookies;
mod credentials;
mod directory;
mod email;
mod error;
mod handlers;
mod invitation;
mod letters;
mod links;
mod naming;
mod own;
mod password;
mod reset;
mod sessions;
mod setup;
mod store;
mod tickets;
mod token;

use utoipa_actix_web::service_config::ServiceConfig;

pub use self::actor::{Actor, LiveRefusal, LiveVisitor, authenticate_live};
pub use self::client::Client;
pub use self::directory::account_at;
pub use self::email::EmailAddress;
pub use self::error::AccountError;
pub use self::invitation::{Invitee, invite, send_invitation};
pub use self::naming::name;
pub use self::password::{HashError, Password, hash as hash_password};
pub use self::reset::send_reset;
pub use self::sessions::{close as close_sessions, end_all as end_sessions};
pub use self::setup::{announce_setup, needs_first_admin, new_setup_link};
pub use self::token::signing_key;

/// The addresses of this feature.
pub fn routes(config: &mut ServiceConfig<'_>) {
    handlers::configure(config);
}
