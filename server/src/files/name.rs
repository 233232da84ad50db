//! What a file is called where it is saved.

use actix_web::http::header::{Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue};

/// Longer names are cut: some systems take no more than 255 bytes, and people read even less.
const LONGEST: usize = 100;

/// Tells a browser to save the file under a name that people can read (RFC 6266): once for every client, and once with
/// all the letters it has.
pub(crate) fn attachment(name: &str, extension: &str) -> ContentDisposition {
    let name = format!("{}.{extension}", safe(name));
    let plain: String = name.chars().map(|sign| if sign.is_ascii() { sign } else { '_' }).collect();
    let whole =
        ExtendedValue { charset: Charset::Ext("UTF-8".to_owned()), language_tag: None, value: name.into_bytes() };
    ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![DispositionParam::Filename(plain), DispositionParam::FilenameExt(whole)],
    }
}

/// A name without what any file system takes amiss.
fn safe(name: &str) -> String {
    let is_refused = |sign: char| sign.is_control() || "/\\:*?\"<>|%".contains(sign);
    let name: String = name.chars().map(|sign| if is_refused(sign) { ' ' } else { sign }).take(LONGEST).collect();
    let words: Vec<&str> = name.split_whitespace().collect();
    let name = words.join(" ");
    let name = name.trim_matches(['.', ' ']);
    if name.is_empty() { "export".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_called_what_people_call_it() {
        let header = attachment("Taal in het gezin – Businessmodel", "csv").to_string();
        assert_eq!(
            header,
            "attachment; filename=\"Taal in het gezin _ Businessmodel.csv\"; \
             filename*=UTF-8''Taal%20in%20het%20gezin%20%E2%80%93%20Businessmodel.csv"
        );
    }

    #[test]
    fn nothing_in_a_name_leads_out_of_a_folder_or_out_of_the_header() {
        for name in ["../../etc/passwd", "a\"; filename=b", "con\r\nX: y", "...", "", "C:\\x", "%2e%2e%2f"] {
            let header = attachment(name, "md").to_string();
            assert_eq!(header.matches('"').count(), 2, "{header}");
            assert!(!header.contains(['/', '\\', '\r', '\n']), "{header}");
            assert!(!header.contains("\"."), "{header}");
        }
        assert_eq!(safe("..."), "export");
        assert_eq!(safe(&"x".repeat(1000)).len(), LONGEST);
    }
}
