require ["vacation"];
vacation :days 1 :subject "Out of the office" "I am away until Monday and will read your mail then.";
