from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from iotcentral import format_time, parse_time
from iotcentral._core.formats import FORMATS


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2023-07-07T17:05:08.407Z", datetime(2023, 7, 7, 17, 5, 8, 407_000, UTC)),
        ("2023-07-07T17:05:08.1234567Z", datetime(2023, 7, 7, 17, 5, 8, 123_456, UTC)),
        ("2023-07-07t17:05:08z", datetime(2023, 7, 7, 17, 5, 8, 0, UTC)),
        ("2023-07-07T17:05:08.4+05:30", datetime(2023, 7, 7, 11, 35, 8, 400_000, UTC)),
        ("2023-07-07T17:05:08-08:00", datetime(2023, 7, 8, 1, 5, 8, 0, UTC)),
        ("2016-12-31T23:59:60Z", datetime(2017, 1, 1, tzinfo=UTC)),
    ],
)
def test_texts_of_the_service_are_read(text: str, moment: datetime) -> None:
    assert parse_time(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023-07-07",
        "2023-07-07T17:05:08",
        "2023-07-07 17:05:08Z",
        "2023-13-07T17:05:08Z",
        "2023-07-07T24:00:00Z",
        "now",
        "2023-07-07T17:05:08Z\n",
    ],
)
def test_other_texts_are_a_value_error(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - datetime's own message for a day no calendar has
        parse_time(text)


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2023, 7, 7, 17, 5, 8, 0, UTC), "2023-07-07T17:05:08Z"),
        (datetime(2023, 7, 7, 17, 5, 8, 407_000, UTC), "2023-07-07T17:05:08.407Z"),
        (datetime(2023, 7, 7, 17, 5, 8, 123_456, UTC), "2023-07-07T17:05:08.123456Z"),
        (datetime(2023, 7, 7, 17, 5, 8, 0, timezone(timedelta(hours=2))), "2023-07-07T15:05:08Z"),
    ],
)
def test_moments_are_written_in_utc(moment: datetime, text: str) -> None:
    assert format_time(moment) == text


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        format_time(datetime(2023, 7, 7))


ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 29), timezones=ZONES)


@given(MOMENTS)
def test_what_is_written_is_read_back_and_may_be_sent(moment: datetime) -> None:
    assert parse_time(format_time(moment)) == moment
    assert FORMATS["date-time"](format_time(moment))
