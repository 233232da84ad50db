//! What proves a session: signed access tokens, and secrets of which only the hash is kept.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use hmac::{Hmac, Mac as _};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation, decode, decode_header, encode};
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use uuid::Uuid;

use super::store;
use crate::app::SigningKey;
use crate::clock::Clock;
use crate::database::Database;
use crate::ids;

/// How long an access token is good for.
pub(super) const ACCESS_LIFE: TimeDelta = TimeDelta::minutes(10);
/// How far the clocks of two of our nodes may be apart.
const LEEWAY: TimeDelta = TimeDelta::seconds(30);
/// RFC 9068: so that no other kind of token is ever taken for one.
const TYPE: &str = "at+jwt";
const AUDIENCE: &str = "samenspel";

/// The id of an installation's first key; one that replaces it would be called something else.
const FIRST_KEY: &str = "1";

/// The installation's signing key, made when there is none. Two processes that start at once agree on one.
pub async fn signing_key(database: &Database, clock: &dyn Clock) -> Result<SigningKey, DbErr> {
    if let Some(key) = store::newest_signing_key(database.reader()).await? {
        return Ok(key);
    }
    let transaction = database.begin().await?;
    store::add_signing_key(&transaction, FIRST_KEY, &ids::secret::<32>(), clock.now()).await?;
    let key = store::newest_signing_key(&transaction).await?;
    transaction.commit().await?;
    key.ok_or_else(|| DbErr::RecordNotFound("the signing key that was just made".into()))
}

/// What an access token says. No rights: those are read from the database at every request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Claims {
    iss: String,
    aud: String,
    /// The account.
    pub(super) sub: Uuid,
    /// The session.
    pub(super) sid: Uuid,
    iat: i64,
    nbf: i64,
    exp: i64,
}

/// A signed access token.
#[derive(Clone)]
pub(super) struct AccessToken {
    pub(super) text: String,
    pub(super) expires_at: DateTime<Utc>,
}

/// Signs a token for `account` in `session`; `issuer` is our public address.
pub(super) fn issue(
    key: &SigningKey,
    issuer: &str,
    account: Uuid,
    session: Uuid,
    now: DateTime<Utc>,
) -> Result<AccessToken, jsonwebtoken::errors::Error> {
    let expires_at = now + ACCESS_LIFE;
    let header = Header { typ: Some(TYPE.to_owned()), kid: Some(key.id.clone()), ..Header::new(Algorithm::HS256) };
    let claims = Claims {
        iss: issuer.to_owned(),
        aud: AUDIENCE.to_owned(),
        sub: account,
        sid: session,
        iat: now.timestamp(),
        nbf: now.timestamp(),
        exp: expires_at.timestamp(),
    };
    let text = encode(&header, &claims, &EncodingKey::from_secret(&key.secret))?;
    Ok(AccessToken { text, expires_at })
}

/// What `text` says, if we signed it for ourselves and it is good at `now`.
pub(super) fn read(key: &SigningKey, issuer: &str, text: &str, now: DateTime<Utc>) -> Option<Claims> {
    let header = decode_header(text).ok()?;
    let is_ours = header.typ.as_deref() == Some(TYPE)
        && header.kid.as_deref() == Some(key.id.as_str())
        && header.crit.is_none();
    if !is_ours {
        return None;
    }
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_issuer(&[issuer]);
    validation.set_audience(&[AUDIENCE]);
    validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
    // The library asks the machine what time it is; we ask the clock, below.
    validation.validate_exp = false;
    validation.validate_nbf = false;
    let claims = decode::<Claims>(text, &DecodingKey::from_secret(&key.secret), &validation).ok()?.claims;
    let (earliest, latest) = ((now - LEEWAY).timestamp(), (now + LEEWAY).timestamp());
    let is_good = claims.nbf <= latest && claims.iat <= latest && claims.exp > earliest;
    is_good.then_some(claims)
}

/// The refresh token that follows `token`: always the same one, and known to nobody without our key.
pub(super) fn successor(key: &SigningKey, token: &str) -> Result<String, hmac::digest::InvalidLength> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&key.secret)?;
    // The key signs access tokens too; the prefix keeps the two uses apart.
    mac.update(b"refresh token after ");
    mac.update(token.as_bytes());
    Ok(URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a failed unwrap is a failed test")]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const US: &str = "https://samenspel.example";

    fn key() -> SigningKey {
        SigningKey { id: "1".into(), secret: vec![7; 32] }
    }

    fn noon() -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000, 0).unwrap()
    }

    fn forged(header: &Header, change: impl FnOnce(&mut Value)) -> String {
        let mut claims = json!({
            "iss": US, "aud": AUDIENCE, "sub": Uuid::nil(), "sid": Uuid::nil(),
            "iat": noon().timestamp(), "nbf": noon().timestamp(), "exp": noon().timestamp() + 600,
        });
        change(&mut claims);
        encode(header, &claims, &EncodingKey::from_secret(&key().secret)).unwrap()
    }

    fn header() -> Header {
        Header { typ: Some(TYPE.into()), kid: Some("1".into()), ..Header::new(Algorithm::HS256) }
    }

    #[test]
    fn a_token_says_who_and_in_which_session_and_nothing_else() {
        let (account, session) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let token = issue(&key(), US, account, session, noon()).unwrap();
        let claims = read(&key(), US, &token.text, noon()).unwrap();
        assert_eq!((claims.sub, claims.sid), (account, session));
        let body = URL_SAFE_NO_PAD.decode(token.text.split('.').nth(1).unwrap()).unwrap();
        let body: serde_json::Map<String, Value> = serde_json::from_slice(&body).unwrap();
        let mut names: Vec<_> = body.keys().map(String::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["aud", "exp", "iat", "iss", "nbf", "sid", "sub"]);
    }

    #[test]
    fn a_token_is_good_for_ten_minutes_give_or_take_half_a_minute() {
        let token = issue(&key(), US, Uuid::nil(), Uuid::nil(), noon()).unwrap().text;
        for (seconds, good) in [(-31, false), (-29, true), (0, true), (600, true), (629, true), (631, false)] {
            let at = noon() + TimeDelta::seconds(seconds);
            assert_eq!(read(&key(), US, &token, at).is_some(), good, "after {seconds} s");
        }
    }

    #[test]
    fn only_our_own_kind_of_token_is_read() {
        assert!(read(&key(), US, &forged(&header(), |_| {}), noon()).is_some());
        let refused = [
            forged(&Header { typ: Some("JWT".into()), ..header() }, |_| {}),
            forged(&Header { typ: None, ..header() }, |_| {}),
            forged(&Header { kid: Some("2".into()), ..header() }, |_| {}),
            forged(&Header { kid: None, ..header() }, |_| {}),
            forged(&Header { alg: Algorithm::HS512, ..header() }, |_| {}),
            forged(&header(), |claims| claims["iss"] = json!("https://elsewhere.example")),
            forged(&header(), |claims| claims["aud"] = json!("elsewhere")),
            forged(&header(), |claims| claims["exp"] = json!("never")),
            forged(&header(), |claims| claims["sub"] = json!("not-an-id")),
            forged(&header(), |claims| drop(claims.as_object_mut().unwrap().remove("nbf"))),
            forged(&header(), |claims| drop(claims.as_object_mut().unwrap().remove("exp"))),
            String::new(),
            "a.b.c".into(),
        ];
        for (number, text) in refused.iter().enumerate() {
            assert!(read(&key(), US, text, noon()).is_none(), "number {number} was read");
        }
        let unsigned = forged(&header(), |_| {});
        let unsigned = unsigned.rsplit_once('.').unwrap().0;
        assert!(read(&key(), US, &format!("{unsigned}."), noon()).is_none());
        let other_key = SigningKey { secret: vec![8; 32], ..key() };
        assert!(read(&other_key, US, &forged(&header(), |_| {}), noon()).is_none());
    }

    #[test]
    fn a_token_has_one_successor_which_nobody_can_work_out_without_the_key() {
        let first = ids::token();
        assert_eq!(first.len(), 43);
        assert_eq!(successor(&key(), &first).unwrap(), successor(&key(), &first).unwrap());
        let other_key = SigningKey { secret: vec![8; 32], ..key() };
        assert_ne!(successor(&key(), &first).unwrap(), successor(&other_key, &first).unwrap());
        assert_eq!(successor(&key(), &first).unwrap().len(), 43);
    }
}
