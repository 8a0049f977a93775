#pragma once

namespace nutgraf::archive::control {

// What agencies frame and format their wires with, under its names in ISO 646.

constexpr char start_of_heading = 0x01;
constexpr char start_of_text = 0x02;
constexpr char end_of_text = 0x03;
constexpr char end_of_transmission = 0x04;
constexpr char backspace = 0x08;         ///< To ANPA, the beginning of a line of a table.
constexpr char data_link_escape = 0x10;  ///< To ANPA, a space that a typesetter may widen.
constexpr char device_control_one = 0x11;
constexpr char device_control_two = 0x12;  ///< To ANPA, what is laid out in columns.
constexpr char device_control_four = 0x14;
constexpr char synchronous_idle = 0x16;
constexpr char escape = 0x1B;
constexpr char unit_separator = 0x1F;
constexpr char delete_character = 0x7F;

}  // namespace nutgraf::archive::control
