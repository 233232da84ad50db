//! Ending mail about notifications with one request (RFC 8058), and without signing in.
//!
//! Each such mail carries a token that says whose mail it ends, authenticated with the installation's key. It does that,
//! or asks for less of it, and nothing else; it can be worked out by nobody and needs no row. In the header of a mail it
//! stands in an address that takes POST only, because programs that read mail open addresses; in the mail itself it
//! stands behind the `#` of a page.

use actix_web::web::{Data, Json, Query};
use actix_web::{HttpResponse, post};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, Mac as _};
use sea_orm::DbErr;
use sha2::Sha256;
use uuid::Uuid;

use super::api::{MailPaceByToken, UnsubscribeQuery};
use super::{choosing, wording};
use crate::app::{App, SigningKey};
use crate::entity::account::Language;
use crate::entity::notification_choice::Pace;
use crate::error::Problem;
use crate::mail::Unsubscribe;

/// How many bytes of the authentication code are kept; 128 bits cannot be guessed.
const TAG: usize = 16;

/// How whoever gets a mail to `account` ends such mail.
pub fn unsubscribe(app: &App, account: Uuid, language: Language) -> Option<Unsubscribe> {
    let token = token(&app.signing_key, account)?;
    let address = |path: &str| app.config.public_url.page(path);
    Some(Unsubscribe {
        label: wording::less_mail(language).into(),
        page: address(&format!("/unsubscribe#{token}")),
        one_click: address(&format!("/api/v1/unsubscribe?token={token}")),
    })
}

/// End mail about notifications, as programs for mail do at the press of a button (RFC 8058).
///
/// The body is not read. Whether the token is one of ours is not told.
#[utoipa::path(tag = "notifications", security(()), responses(
    (status = 204, description = "Whose token it is gets no such mail any more"),
    (status = 400, description = "`invalid_request`", body = Problem),
), params(UnsubscribeQuery))]
#[post("/unsubscribe")]
pub(super) async fn one_click(app: Data<App>, query: Query<UnsubscribeQuery>) -> Result<HttpResponse, Problem> {
    choose(&app, query.token.as_deref().unwrap_or_default(), Pace::Never).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Choose how often to get mail, with the token of a mail.
///
/// Whether the token is one of ours is not told.
#[utoipa::path(tag = "notifications", security(()), request_body = MailPaceByToken, responses(
    (status = 204, description = "Whose token it is gets mail that often from now on"),
    (status = 400, description = "`invalid_request` or `malformed_json`", body = Problem),
))]
#[post("/mail-pace")]
pub(super) async fn by_token(app: Data<App>, body: Json<MailPaceByToken>) -> Result<HttpResponse, Problem> {
    choose(&app, &body.token, body.pace).await?;
    Ok(HttpResponse::NoContent().finish())
}

async fn choose(app: &App, token: &str, pace: Pace) -> Result<(), DbErr> {
    match account_of(&app.signing_key, token) {
        Some(account) => choosing::choose(app, account, pace).await,
        None => Ok(()),
    }
}

fn token(key: &SigningKey, account: Uuid) -> Option<String> {
    let tag = mac(key, account)?.finalize().into_bytes();
    Some(URL_SAFE_NO_PAD.encode([account.as_bytes(), &tag[..TAG]].concat()))
}

fn account_of(key: &SigningKey, token: &str) -> Option<Uuid> {
    let bytes = URL_SAFE_NO_PAD.decode(token).ok()?;
    let (account, tag) = bytes.split_first_chunk::<16>()?;
    let account = Uuid::from_bytes(*account);
    // A part of the code would do for the comparison, and be guessed sooner.
    let is_whole = tag.len() == TAG;
    (is_whole && mac(key, account)?.verify_truncated_left(tag).is_ok()).then_some(account)
}

/// Nothing where the key has a length that HMAC does not take, which there is none of.
fn mac(key: &SigningKey, account: Uuid) -> Option<Hmac<Sha256>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key.secret).ok()?;
    // The key signs other things too; the prefix keeps the uses apart.
    mac.update(b"unsubscribe from mail of ");
    mac.update(account.as_bytes());
    Some(mac)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use super::*;

    fn key() -> SigningKey {
        SigningKey { id: "1".into(), secret: vec![7; 32] }
    }

    #[test]
    fn a_token_says_whose_it_is_and_no_bit_or_byte_of_it_can_be_another() {
        let account = Uuid::from_u128(1);
        let token = token(&key(), account).unwrap();
        assert_eq!(account_of(&key(), &token), Some(account));
        assert_eq!(account_of(&SigningKey { secret: vec![8; 32], ..key() }, &token), None);
        let bytes = URL_SAFE_NO_PAD.decode(&token).unwrap();
        for place in 0..bytes.len() * 8 {
            let mut forged = bytes.clone();
            forged[place / 8] ^= 1 << (place % 8);
            assert_eq!(account_of(&key(), &URL_SAFE_NO_PAD.encode(forged)), None, "bit {place}");
        }
        for length in 0..bytes.len() {
            assert_eq!(account_of(&key(), &URL_SAFE_NO_PAD.encode(&bytes[..length])), None, "{length} bytes");
        }
    }
}
