package extract

import (
	"testing"

	"wijkmonitor/generator/model"
)

func TestFormulaOfOthers(t *testing.T) {
	list := []model.Indicator{{Key: "65-plus", Title: "Ouderen"}, {Key: "jong", Title: "Jonger dan 15"}, {Key: "wonen"}}
	tests := []struct {
		spec model.IndicatorSpec
		want string
	}{
		{model.IndicatorSpec{Expression: "(65-plus - jong)/wonen*1000"}, "(Ouderen − Jonger dan 15) / wonen × 1.000"},
		{model.IndicatorSpec{Expression: "jong + 65 * 0.5"}, "Jonger dan 15 + 65 × 0,5"},
		{model.IndicatorSpec{MeanOf: []model.Weighted{{Key: "jong", Weight: 1}, {Key: "65-plus", Weight: -0.25}}}, "gewogen gemiddelde van de afwijkingen van: Jonger dan 15 (1), Ouderen (−0,25)"},
	}
	for _, tt := range tests {
		if got := formulaOfOthers(&tt.spec, list); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}
