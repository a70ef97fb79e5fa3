/// A scheme with one criterion, two penalties and three ranks; SAMPLE.
public let smallScheme = """
    scheme:
      code: small
      version: 1
      sample: true
      title: {fa: نمونهٔ کوچک, en: Small SAMPLE}
      legal_basis: test
      valid_from: 1390-H1
      rounding: half_away_from_zero
      minimum_total: 0
      non_participation: default_last_rank
      carry_again: no
      licensed_during_period: awaiting
    groups:
      - code: self_declaration
        title: {fa: خوداظهاری, en: Self-declaration}
        maximum: 100
        criteria:
          - code: staff
            title: {fa: تعداد کارکنان, en: Staff}
            source: office
            value: {type: count, least: 0, most: 50}
            maximum: 100
            clause: "1"
            changeable: yes
            points:
              lines: [[0, 0], [10, 100]]
    penalties:
      maximum: 50
      look_back: {months: 24}
      rules:
        - kind: overcharging
          title: {fa: دریافت وجه مازاد, en: Overcharging}
          clause: "2"
          points: [5, 10, 20]
        - kind: document_tampering
          title: {fa: جعل مدارک, en: Tampering with documents}
          clause: "3"
          points: [10]
          life: {days: 365}
          rank_cap: 3
    ranks:
      - title: {fa: رتبه یک, en: Rank one}
        threshold: 70
        service_ceiling: 100
      - title: {fa: رتبه دو, en: Rank two}
        threshold: 40
        service_ceiling: 70
      - title: {fa: رتبه سه, en: Rank three}
        service_ceiling: 30
    unranked: {service_ceiling: 30}
    """
