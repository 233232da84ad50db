//! The languages in which people read.

use actix_web::HttpRequest;
use actix_web::http::header::{AcceptLanguage, Header as _};
use serde::Deserialize;
use utoipa::ToSchema;

/// A language of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Language {
    /// Dutch.
    Nl,
    /// English.
    En,
}

impl Language {
    /// The word in it.
    pub(crate) fn pick<'a>(self, nl: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Nl => nl,
            Self::En => en,
        }
    }

    /// The one that whoever asks likes best; Dutch when they like none of ours.
    pub(crate) fn preferred(request: &HttpRequest) -> Self {
        let accepted = AcceptLanguage::parse(request).map(|accepted| accepted.ranked()).unwrap_or_default();
        let known = accepted.iter().filter_map(|preference| preference.item()).find_map(|tag| {
            match tag.primary_language().to_ascii_lowercase().as_str() {
                "nl" => Some(Self::Nl),
                "en" => Some(Self::En),
                _ => None,
            }
        });
        known.unwrap_or(Self::Nl)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::ACCEPT_LANGUAGE;
    use actix_web::test::TestRequest;

    #[test]
    fn the_language_is_the_first_of_ours_that_somebody_likes() {
        for (accepted, expected) in [
            ("en-GB,en;q=0.9,nl;q=0.8", Language::En),
            ("fr, nl-BE;q=0.5, en;q=0.4", Language::Nl),
            ("en;q=0.1, nl;q=0.9", Language::Nl),
            ("fr", Language::Nl),
            ("*", Language::Nl),
            ("", Language::Nl),
            ("!!", Language::Nl),
        ] {
            let request = TestRequest::default().insert_header((ACCEPT_LANGUAGE, accepted)).to_http_request();
            assert_eq!(Language::preferred(&request), expected, "{accepted}");
        }
        assert_eq!(Language::preferred(&TestRequest::default().to_http_request()), Language::Nl);
    }
}
