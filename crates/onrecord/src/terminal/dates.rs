//! ISO dates as a newspaper writes them.

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `2018-03-22T17:46` as `22 March 2018, 17:46`, as exact as it is given;
/// anything else as it stands.
pub(super) fn long_date(iso: &str) -> String {
    let (date, time) = iso.split_once(['T', ' ']).unwrap_or((iso, ""));
    let parts: Vec<&str> = date.split('-').collect();
    let month = |number: &str| {
        let index = number.parse::<usize>().ok()?.checked_sub(1)?;
        MONTHS.get(index).copied()
    };
    let is_year = parts[0].len() == 4 && parts[0].bytes().all(|byte| byte.is_ascii_digit());
    let date = match parts[..] {
        _ if !is_year => None,
        [year] => Some(year.to_owned()),
        [year, number] => month(number).map(|name| format!("{name} {year}")),
        [year, number, day] => {
            month(number).map(|name| format!("{} {name} {year}", day.trim_start_matches('0')))
        }
        _ => None,
    };
    match (date, time.get(..5)) {
        (Some(date), _) if time.is_empty() => date,
        (Some(date), Some(minutes)) => format!("{date}, {minutes}"),
        _ => iso.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_read_as_in_print() {
        for (iso, expected) in [
            ("2018-03-22T17:46", "22 March 2018, 17:46"),
            ("2018-03-05", "5 March 2018"),
            ("2018-03-05T09:32:11Z", "5 March 2018, 09:32"),
            ("2018-03", "March 2018"),
            ("2018", "2018"),
            ("last Tuesday", "last Tuesday"),
            ("2018-13-01", "2018-13-01"),
            ("", ""),
        ] {
            assert_eq!(long_date(iso), expected);
        }
    }
}
